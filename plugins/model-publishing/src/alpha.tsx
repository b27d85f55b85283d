import { createFrontendPlugin } from '@backstage/frontend-plugin-api';
import CloudUploadOutlined from '@material-ui/icons/CloudUploadOutlined';
import * as entities from './extensions/entities';
import * as pages from './extensions/pages';
import * as services from './extensions/services';
import {
  gatewaysRouteRef,
  modelsRouteRef,
  publicationRouteRef,
  publishedRouteRef,
  publishRouteRef,
  publishStepRouteRef,
  requestsRouteRef,
  rootRouteRef,
} from './routes';

/** The plugin of the new frontend system. */
export default createFrontendPlugin({
  pluginId: 'model-publishing',
  title: 'Model Publishing',
  icon: <CloudUploadOutlined fontSize="inherit" />,
  info: { packageJson: () => import('../package.json') },
  routes: {
    root: rootRouteRef,
    published: publishedRouteRef,
    publication: publicationRouteRef,
    models: modelsRouteRef,
    publish: publishRouteRef,
    publishStep: publishStepRouteRef,
    requests: requestsRouteRef,
    gateways: gatewaysRouteRef,
  },
  extensions: [
    ...Object.values(services),
    // In the order of their tabs.
    pages.page,
    pages.publishedPage,
    pages.modelsPage,
    pages.requestsPage,
    pages.gatewaysPage,
    ...Object.values(entities),
  ],
});

export { modelPublishingTranslationRef } from './translation/modelPublishingTranslationRef';
