import { mockCredentials } from '@backstage/backend-test-utils';
import { ServiceUnavailableError } from '@backstage/errors';
import { createPrincipalResolver } from './principalOf';

const claimsOf = jest.fn(async (ref: string) => [ref, 'group:default/team']);
const getUserInfo = jest.fn(async () => ({
  userEntityRef: 'user:default/ann',
  ownershipEntityRefs: ['User:default/Ann', 'group:default/other'],
}));
const resolverFor = (membership: 'catalog' | 'token') =>
  createPrincipalResolver({
    userInfo: { getUserInfo },
    config: {
      tenancy: { membership, groupAnnotation: { trustedLocations: [] } },
      services: [
        { subject: 'external:ci', owners: ['group:default/a'] },
        // Configuration refuses this one; should it ever pass, the call is still refused.
        { subject: 'plugin:scaffolder', owners: ['group:default/a'] },
      ],
    },
    memberships: { claimsOf },
  });
const principalOf = resolverFor('catalog');

describe('principalOf', () => {
  beforeEach(() => claimsOf.mockClear());

  it('knows a user by the Groups in the catalog', async () => {
    await expect(
      principalOf(mockCredentials.user('user:default/ann')),
    ).resolves.toEqual({
      kind: 'user',
      name: 'user:default/ann',
      claims: ['user:default/ann', 'group:default/team'],
    });
  });

  it('writes the name of a user in one form', async () => {
    await expect(
      principalOf(mockCredentials.user('User:default/Ann')),
    ).resolves.toMatchObject({ name: 'user:default/ann' });
    expect(claimsOf).toHaveBeenCalledWith('user:default/ann');
  });

  describe('with membership by token', () => {
    const byToken = resolverFor('token');
    const ann = mockCredentials.user('user:default/ann');
    const signedInWith = (...ownershipEntityRefs: string[]) =>
      getUserInfo.mockResolvedValueOnce({
        userEntityRef: 'user:default/ann',
        ownershipEntityRefs,
      });

    it.each<[string, string[], string[]]>([
      [
        'both',
        ['User:default/Ann', 'Group:default/Team'],
        ['user:default/ann', 'group:default/team'],
      ],
      ['the token alone', ['group:default/platform'], []],
      ['the catalog alone', ['user:default/ann'], ['user:default/ann']],
    ])('counts what is in %s', async (_, inToken, claims) => {
      signedInWith(...inToken);
      await expect(byToken(ann)).resolves.toMatchObject({ claims });
    });

    it('lets nobody in whose sign-in cannot be read', async () => {
      getUserInfo.mockRejectedValueOnce(new Error('away'));
      await expect(byToken(ann)).rejects.toThrow('away');
    });

    it('leaves services alone', async () => {
      await expect(
        byToken(mockCredentials.service('external:ci')),
      ).resolves.toMatchObject({ claims: ['group:default/a'] });
    });
  });

  it('does not ask what the sign-in said otherwise', async () => {
    getUserInfo.mockClear();
    await principalOf(mockCredentials.user('user:default/ann'));
    expect(getUserInfo).not.toHaveBeenCalled();
  });

  it('lets nobody in whose Groups cannot be read', async () => {
    claimsOf.mockRejectedValueOnce(new ServiceUnavailableError('away'));
    await expect(
      principalOf(mockCredentials.user('user:default/ann')),
    ).rejects.toThrow('away');
  });

  it('knows a service by what it is configured to stand for', async () => {
    await expect(
      principalOf(mockCredentials.service('external:ci')),
    ).resolves.toEqual({
      kind: 'service',
      name: 'external:ci',
      claims: ['group:default/a'],
    });
    expect(claimsOf).not.toHaveBeenCalled();
  });

  it.each([
    [
      'external:other',
      /"external:other".* add it to modelPublishing\.services/,
    ],
    ['external:ci2', /add it to modelPublishing\.services/],
    ['ci', /add it to modelPublishing\.services/],
    ['plugin:scaffolder', /needs a signed-in user/],
    ['plugin:mcp-actions', /needs a signed-in user/],
  ])('refuses %s', async (subject, message) => {
    await expect(
      principalOf(mockCredentials.service(subject)),
    ).rejects.toMatchObject({
      name: 'NotAllowedError',
      message: expect.stringMatching(message),
    });
  });

  it('refuses callers without credentials', async () => {
    await expect(principalOf(mockCredentials.none())).rejects.toMatchObject({
      name: 'AuthenticationError',
    });
  });
});
