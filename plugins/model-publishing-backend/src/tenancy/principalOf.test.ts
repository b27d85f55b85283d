import { mockCredentials } from '@backstage/backend-test-utils';
import { createPrincipalResolver } from './principalOf';

const principalOf = createPrincipalResolver({
  config: {
    services: [{ subject: 'external:ci', owners: ['group:default/a'] }],
  },
  memberships: { claimsOf: async ref => [ref, 'group:default/team'] },
});

describe('principalOf', () => {
  it('knows a user by the Groups in the catalog', async () => {
    await expect(
      principalOf(mockCredentials.user('user:default/ann')),
    ).resolves.toEqual({
      kind: 'user',
      name: 'user:default/ann',
      claims: ['user:default/ann', 'group:default/team'],
    });
  });

  it('knows a service by what it is configured to stand for', async () => {
    await expect(
      principalOf(mockCredentials.service('external:ci')),
    ).resolves.toEqual({
      kind: 'service',
      name: 'external:ci',
      claims: ['group:default/a'],
    });
  });

  it.each([
    ['external:other', /add it to modelPublishing\.services/],
    ['plugin:scaffolder', /needs a signed-in user/],
  ])('refuses %s', async (subject, message) => {
    await expect(principalOf(mockCredentials.service(subject))).rejects.toThrow(
      message,
    );
  });

  it('refuses callers without credentials', async () => {
    await expect(principalOf(mockCredentials.none())).rejects.toThrow(
      /Sign in/,
    );
  });
});
