import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import { clientOfInitiator } from './clientOfInitiator';
import { createPublishAction } from './publish/createPublishAction';

/** Adds the actions of model publishing to the scaffolder. */
export const scaffolderModuleModelPublishing = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'model-publishing',
  register(env) {
    env.registerInit({
      deps: {
        actions: scaffolderActionsExtensionPoint,
        auth: coreServices.auth,
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
      },
      async init({ actions, auth, config, discovery }) {
        actions.addActions(
          createPublishAction({
            clientOf: task => clientOfInitiator({ auth, discovery }, task),
            portalUrl: `${config
              .getString('app.baseUrl')
              .replace(/\/+$/, '')}/model-publishing`,
          }),
        );
      },
    });
  },
});
