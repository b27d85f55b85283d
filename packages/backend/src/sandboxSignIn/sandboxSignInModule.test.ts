import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import authPlugin from '@backstage/plugin-auth-backend';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import request from 'supertest';
import { sandboxSignInModule } from './sandboxSignInModule';

const REFRESH = '/api/auth/sandbox/refresh';

const member = {
  apiVersion: 'backstage.io/v1beta1',
  kind: 'User',
  metadata: { name: 'tenant-a-user', namespace: 'default' },
  spec: { memberOf: ['tenant-a-team'] },
  relations: [{ type: 'memberOf', targetRef: 'group:default/tenant-a-team' }],
};

function startPortal(auth: { environment?: string } = {}) {
  return startTestBackend({
    features: [
      authPlugin,
      sandboxSignInModule,
      catalogServiceMock.factory({ entities: [member] }),
      mockServices.rootConfig.factory({
        data: {
          app: { baseUrl: 'http://localhost:3000' },
          auth: { ...auth, providers: { sandbox: {} } },
          sandbox: {
            signIn: {
              users: [
                {
                  userEntityRef: 'user:default/tenant-a-user',
                  title: 'Member',
                },
              ],
            },
          },
        },
      }),
    ],
  });
}

describe('sandboxSignInModule', () => {
  it.each(['user:default/tenant-a-user', 'tenant-a-user'])(
    'signs in the listed user named as %s',
    async named => {
      const { server } = await startPortal();

      const response = await request(server)
        .get(REFRESH)
        .set('x-sandbox-user', named);

      expect(response.status).toBe(200);
      expect(response.body.backstageIdentity.identity).toMatchObject({
        userEntityRef: 'user:default/tenant-a-user',
        ownershipEntityRefs: expect.arrayContaining([
          'group:default/tenant-a-team',
        ]),
      });
    },
  );

  it.each([
    ['a user that is not listed', 'user:default/platform-admin'],
    ['something that is no entity ref', ':/'],
    ['nobody', undefined],
  ])('refuses %s', async (_case, named) => {
    const { server } = await startPortal();

    const response = await request(server)
      .get(REFRESH)
      .set(named ? { 'x-sandbox-user': named } : {});

    expect(response.status).toBe(401);
    expect(response.body.error.message).toContain(
      'must name one of user:default/tenant-a-user',
    );
  });

  it('does not start where auth.environment is production', async () => {
    await expect(startPortal({ environment: 'production' })).rejects.toThrow(
      'auth.environment is "production"',
    );
  });
});
