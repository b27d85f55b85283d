import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  authProvidersExtensionPoint,
  createProxyAuthProviderFactory,
} from '@backstage/plugin-auth-node';
import { createSandboxAuthenticator } from './createSandboxAuthenticator';
import { readSandboxUsers } from './readSandboxUsers';

/** Id of the auth provider; the sign-in page of the app asks for it by this name. */
export const SANDBOX_PROVIDER_ID = 'sandbox';

/**
 * Lets a developer sign in as one of the users listed in `sandbox.signIn.users`, without a password.
 *
 * Does nothing when no such list is configured, and stops the backend's start when there is one in production.
 */
export const sandboxSignInModule = createBackendModule({
  pluginId: 'auth',
  moduleId: 'sandbox-sign-in',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        providers: authProvidersExtensionPoint,
      },
      async init({ config, providers }) {
        const users = readSandboxUsers(config, process.env.NODE_ENV);
        if (users.length === 0) {
          return;
        }
        providers.registerProvider({
          providerId: SANDBOX_PROVIDER_ID,
          factory: createProxyAuthProviderFactory({
            authenticator: createSandboxAuthenticator(users),
            signInResolver: ({ result }, context) =>
              context.signInWithCatalogUser({
                entityRef: result.userEntityRef,
              }),
          }),
        });
      },
    });
  },
});
