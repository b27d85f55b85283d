import { Content } from '@backstage/core-components';
import {
  PageBlueprint,
  SubPageBlueprint,
} from '@backstage/frontend-plugin-api';
import CloudUploadOutlined from '@material-ui/icons/CloudUploadOutlined';
import { rootRouteRef } from '../routes';

export const page = PageBlueprint.make({
  params: {
    path: '/model-publishing',
    title: 'Model Publishing',
    icon: <CloudUploadOutlined fontSize="inherit" />,
    routeRef: rootRouteRef,
  },
});

export const publishedPage = SubPageBlueprint.make({
  name: 'published',
  params: {
    path: 'published',
    title: 'Published',
    loader: async () => {
      const { PublishedRoutes } = await import('../page/PublishedRoutes');
      return (
        <Content>
          <PublishedRoutes />
        </Content>
      );
    },
  },
});

export const modelsPage = SubPageBlueprint.make({
  name: 'models',
  params: {
    path: 'models',
    title: 'Models',
    loader: async () => {
      const { ModelsRoutes } = await import('../page/ModelsRoutes');
      return (
        <Content>
          <ModelsRoutes />
        </Content>
      );
    },
  },
});

export const requestsPage = SubPageBlueprint.make({
  name: 'requests',
  params: {
    path: 'requests',
    title: 'Requests',
    loader: async () => {
      const { AccessRequests } = await import('../requests/AccessRequests');
      return (
        <Content>
          <AccessRequests />
        </Content>
      );
    },
  },
});

export const gatewaysPage = SubPageBlueprint.make({
  name: 'gateways',
  params: {
    path: 'gateways',
    title: 'Gateways',
    loader: async () => {
      const { Gateways } = await import('../gateways/Gateways');
      return (
        <Content>
          <Gateways />
        </Content>
      );
    },
  },
});
