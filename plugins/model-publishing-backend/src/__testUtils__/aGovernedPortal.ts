import { httpAuthServiceFactory } from '@backstage/backend-defaults/httpAuth';
import { permissionsServiceFactory } from '@backstage/backend-defaults/permissions';
import { permissionsRegistryServiceFactory } from '@backstage/backend-defaults/permissionsRegistry';
import {
  BackendFeature,
  coreServices,
  createBackendModule,
  createBackendPlugin,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import permissionBackend from '@backstage/plugin-permission-backend';
import { PermissionPolicy } from '@backstage/plugin-permission-node';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';
import { JsonObject } from '@backstage/types';
import request from 'supertest';
import { openDatabase } from '../database/openDatabase';
import { startIdempotency } from '../idempotency/startIdempotency';
import { createPublicationFinder } from '../permissions/createPublicationFinder';
import { registerPermissions } from '../permissions/registerPermissions';
import { createRouter, openRoutes } from '../routes/createRouter';
import { createPrincipalResolver } from '../tenancy/principalOf';
import { aConfig, aMemberOf, aPortal, seedModel } from './aPortal';
import { FakeCluster } from './FakeCluster';

/** What the sign-in and the catalog say about users. */
const groupsOf: Record<string, string[]> = {
  'user:default/ann': ['group:default/a'],
  'user:default/bob': ['group:default/a', 'group:default/contractors'],
  'user:default/eve': ['group:default/contractors'],
  'user:default/root': ['group:default/platform'],
};
const claimsOf = async (ref: string) => [ref, ...(groupsOf[ref] ?? [])];

const moduleFor = (policy: PermissionPolicy) =>
  createBackendModule({
    pluginId: 'permission',
    moduleId: 'policy',
    register(env) {
      env.registerInit({
        deps: { policies: policyExtensionPoint },
        init: async ({ policies }) => policies.setPolicy(policy),
      });
    },
  });

export const userInfo = createServiceFactory({
  service: coreServices.userInfo,
  deps: {},
  factory: () => ({
    getUserInfo: async credentials => {
      const { userEntityRef } = credentials.principal as {
        userEntityRef: string;
      };
      return {
        userEntityRef,
        ownershipEntityRefs: await claimsOf(userEntityRef),
      };
    },
  }),
});

/** The mock forgets which plugin calls for a user, without which the permission backend answers no conditions. */
export const mockAuthWithActors = createServiceFactory({
  service: coreServices.auth,
  deps: { plugin: coreServices.pluginMetadata },
  factory: ({ plugin }) => {
    const mock = mockServices.auth({ pluginId: plugin.getId() });
    const authenticate = mock.authenticate.bind(mock);
    return Object.assign(mock, {
      authenticate: async (token: string) => {
        const { principal, ...credentials } = await authenticate(token);
        const isCalledFor = token.startsWith('mock-service-token:');
        const { userEntityRef } = principal as { userEntityRef?: string };
        return isCalledFor && userEntityRef
          ? mockCredentials.user(userEntityRef, {
              actor: { subject: 'plugin:model-publishing' },
            })
          : { ...credentials, principal };
      },
    });
  },
});

type Portal = Awaited<ReturnType<typeof aPortal>>;

/** The REST API over use cases on a fake cluster. */
export const pluginFor = ({
  access,
  fleet,
  useCases,
}: Pick<Portal, 'access' | 'fleet' | 'useCases'>) =>
  createBackendPlugin({
    pluginId: 'model-publishing',
    register(env) {
      env.registerInit({
        deps: {
          auditor: coreServices.auditor,
          database: coreServices.database,
          httpAuth: coreServices.httpAuth,
          httpRouter: coreServices.httpRouter,
          logger: coreServices.logger,
          permissions: coreServices.permissions,
          permissionsRegistry: coreServices.permissionsRegistry,
          scheduler: coreServices.scheduler,
          userInfo: coreServices.userInfo,
        },
        async init({ httpRouter, permissionsRegistry, ...services }) {
          const policies = registerPermissions({
            permissionsRegistry,
            access,
            defaultCluster: 'fake',
            findPublication: createPublicationFinder(fleet.gateways),
          });
          openRoutes.forEach(path =>
            httpRouter.addAuthPolicy({ path, allow: 'unauthenticated' }),
          );
          httpRouter.use(
            createRouter({
              ...services,
              useCases,
              policies,
              throttle: { admit: () => 0 },
              idempotency: await startIdempotency({
                ...services,
                database: await openDatabase(services.database),
                clock: () => new Date(),
              }),
              principalOf: createPrincipalResolver({
                config: {
                  ...aConfig,
                  services: [
                    { subject: 'external:ci', owners: ['group:default/a'] },
                    { subject: 'external:reader', owners: ['group:default/a'] },
                    {
                      subject: 'external:rotator',
                      owners: ['group:default/a'],
                    },
                  ],
                },
                memberships: { claimsOf },
                userInfo: services.userInfo,
              }),
            }),
          );
        },
      });
    },
  });

/** A portal with a permission policy, in which tenant-a has published iris. */
export async function aGovernedPortal(
  policy: PermissionPolicy,
  features: BackendFeature[],
  config: JsonObject = {},
) {
  const cluster = new FakeCluster();
  seedModel(cluster, 'tenant-a', 'iris');
  seedModel(cluster, 'tenant-a', 'wine');
  const portal = await aPortal(cluster);
  const { id } = await portal.useCases.publish(aMemberOf('a'), 'iris', {
    tenantId: 'tenant-a',
  });
  const backend = await startTestBackend({
    features: [
      pluginFor(portal),
      permissionBackend,
      moduleFor(policy),
      userInfo,
      httpAuthServiceFactory,
      permissionsServiceFactory,
      permissionsRegistryServiceFactory,
      mockServices.rootConfig.factory({
        data: { permission: { enabled: true }, ...config },
      }),
      ...features,
    ],
  });
  const call = (
    method: 'get' | 'post' | 'put' | 'delete',
    path: string,
    authorization: string,
    body?: object,
  ) =>
    request(backend.server)
      [method](`/api/model-publishing${path}`)
      .set('Authorization', authorization)
      .send(body);
  return {
    id,
    call,
    server: backend.server,
    stop: async () => {
      portal.fleet.stop();
      await backend.stop();
    },
  };
}
