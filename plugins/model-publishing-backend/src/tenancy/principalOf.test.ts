import { mockCredentials } from '@backstage/backend-test-utils';
import { ServiceUnavailableError } from '@backstage/errors';
import { createPrincipalResolver } from './principalOf';

const claimsOf = jest.fn(async (ref: string) => [ref, 'group:default/team']);
const principalOf = createPrincipalResolver({
  config: {
    services: [
      { subject: 'external:ci', owners: ['group:default/a'] },
      // Configuration refuses this one; should it ever pass, the call is still refused.
      { subject: 'plugin:scaffolder', owners: ['group:default/a'] },
    ],
  },
  memberships: { claimsOf },
});

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
