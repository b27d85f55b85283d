import { Principal } from './Principal';
import { createTenantAccess } from './TenantAccess';

const tenantA = {
  cluster: 'one',
  namespace: 'tenant-a',
  owners: ['group:default/a'],
};
const tenantB = {
  cluster: 'one',
  namespace: 'tenant-b',
  owners: ['group:default/b', 'user:default/bea'],
};
const access = createTenantAccess({
  tenants: [tenantA, tenantB],
  admins: ['group:default/platform'],
});

const aUser = (...claims: string[]): Principal => ({
  kind: 'user',
  name: 'user:default/somebody',
  claims,
});

describe('tenant access', () => {
  it.each<[string, Principal, string[]]>([
    ['the owning Group', aUser('group:default/a'), ['tenant-a']],
    ['an owning user', aUser('user:default/bea'), ['tenant-b']],
    [
      'both Groups',
      aUser('group:default/a', 'group:default/b'),
      ['tenant-a', 'tenant-b'],
    ],
    ['no Group', aUser(), []],
    [
      'a Group of a similar name',
      aUser('group:default/aa', 'group:other/a'),
      [],
    ],
    ['the admins', aUser('group:default/platform'), ['tenant-a', 'tenant-b']],
    [
      'a service that stands for an owner',
      { kind: 'service', name: 'external:ci', claims: ['group:default/a'] },
      ['tenant-a'],
    ],
  ])('gives a member of %s its tenants', (_, principal, expected) => {
    expect(
      access.ownedTenants(principal).map(({ namespace }) => namespace),
    ).toEqual(expected);
  });

  it('knows admins by their claims alone', () => {
    expect(access.isAdmin(aUser('group:default/platform'))).toBe(true);
    expect(access.isAdmin(aUser('group:default/a'))).toBe(false);
  });

  it('answers the same for a foreign tenant and for one that does not exist', () => {
    const messageFor = (tenant: string) => {
      try {
        access.requireTenant(aUser('group:default/a'), tenant);
        return 'allowed';
      } catch (error) {
        return `${error}`.replace(tenant, '<tenant>');
      }
    };
    expect(messageFor('tenant-a')).toBe('allowed');
    expect(messageFor('tenant-b')).toMatch(/^NotFoundError/);
    expect(messageFor('tenant-b')).toBe(messageFor('nowhere'));
  });
});
