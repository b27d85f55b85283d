import { Content } from '@backstage/core-components';
import {
  ApiBlueprint,
  createFrontendPlugin,
  discoveryApiRef,
  fetchApiRef,
  PageBlueprint,
  PluginWrapperBlueprint,
  SubPageBlueprint,
} from '@backstage/frontend-plugin-api';
import { EntityCardBlueprint } from '@backstage/plugin-catalog-react/alpha';
import {
  MODEL_ANNOTATION,
  ModelPublishingClient,
} from '@inference-portal/plugin-model-publishing-common';
import CloudUploadOutlined from '@material-ui/icons/CloudUploadOutlined';
import { modelPublishingApiRef } from './api/ModelPublishingApi';
import { modelsRouteRef, publishedRouteRef, rootRouteRef } from './routes';

const api = ApiBlueprint.make({
  params: define =>
    define({
      api: modelPublishingApiRef,
      deps: { discovery: discoveryApiRef, fetch: fetchApiRef },
      factory: deps => new ModelPublishingClient(deps),
    }),
});

const wrapper = PluginWrapperBlueprint.make({
  params: define =>
    define({
      loader: async () => {
        const { QueryProvider } = await import('./api/QueryProvider');
        return { component: QueryProvider };
      },
    }),
});

const page = PageBlueprint.make({
  params: {
    path: '/model-publishing',
    title: 'Model Publishing',
    icon: <CloudUploadOutlined fontSize="inherit" />,
    routeRef: rootRouteRef,
  },
});

const publishedPage = SubPageBlueprint.make({
  name: 'published',
  params: {
    path: 'published',
    title: 'Published',
    loader: async () => {
      const { PublishedModels } = await import('./published/PublishedModels');
      return (
        <Content>
          <PublishedModels />
        </Content>
      );
    },
  },
});

const modelsPage = SubPageBlueprint.make({
  name: 'models',
  params: {
    path: 'models',
    title: 'Models',
    loader: async () => {
      const { Models } = await import('./models/Models');
      return (
        <Content>
          <Models />
        </Content>
      );
    },
  },
});

const publicationCard = EntityCardBlueprint.make({
  name: 'publication',
  params: {
    type: 'content',
    filter: { [`metadata.annotations.${MODEL_ANNOTATION}`]: { $exists: true } },
    loader: async () => {
      const { ModelPublicationCard } = await import(
        './card/ModelPublicationCard'
      );
      return <ModelPublicationCard />;
    },
  },
});

/** The plugin of the new frontend system. */
export default createFrontendPlugin({
  pluginId: 'model-publishing',
  title: 'Model Publishing',
  icon: <CloudUploadOutlined fontSize="inherit" />,
  info: { packageJson: () => import('../package.json') },
  routes: {
    root: rootRouteRef,
    published: publishedRouteRef,
    models: modelsRouteRef,
  },
  extensions: [api, wrapper, page, publishedPage, modelsPage, publicationCard],
});

export { modelPublishingTranslationRef } from './translation/modelPublishingTranslationRef';
