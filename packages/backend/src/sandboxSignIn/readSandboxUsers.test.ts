import { mockServices } from '@backstage/backend-test-utils';
import { readSandboxUsers } from './readSandboxUsers';

const withUsers = (auth = {}) =>
  mockServices.rootConfig({
    data: {
      auth,
      sandbox: { signIn: { users: [{ userEntityRef: 'tenant-a-user' }] } },
    },
  });

describe('readSandboxUsers', () => {
  it('completes short refs', () => {
    expect(readSandboxUsers(withUsers(), 'development')).toEqual([
      'user:default/tenant-a-user',
    ]);
  });

  it('finds nobody where nothing is configured, also in production', () => {
    expect(readSandboxUsers(mockServices.rootConfig(), 'production')).toEqual(
      [],
    );
  });

  it.each([
    ['NODE_ENV is "production"', {}, 'production'],
    [
      'auth.environment is "production"',
      { environment: 'production' },
      'development',
    ],
  ])('refuses the list because %s', (reason, auth, environment) => {
    expect(() => readSandboxUsers(withUsers(auth), environment)).toThrow(
      `is refused because ${reason}`,
    );
  });
});
