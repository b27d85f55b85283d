import {
  coreServices,
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import { ClusterConnector } from './ClusterConnector';
import { ConfigClusterConnector } from './ConfigClusterConnector';

/** Replace this service to find clusters elsewhere than in app-config. */
export const clusterConnectorServiceRef = createServiceRef<ClusterConnector>({
  id: 'model-publishing.cluster-connector',
  scope: 'plugin',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: { config: coreServices.rootConfig, logger: coreServices.logger },
      factory: ({ config, logger }) =>
        new ConfigClusterConnector(config, logger),
    }),
});
