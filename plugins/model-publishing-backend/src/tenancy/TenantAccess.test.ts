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
/** Of the same name as the first, in another cluster, with other owners. */
const otherA = {
  cluster: 'two',
  namespace: 'tenant-a',
  owners: ['group:default/other-a'],
};
const access = createTenantAccess({
  tenants: [tenantA, tenantB, otherA],
  admins: ['group:default/platform', 'user:default/root'],
});

const aUser = (...claims: string[]): Principal => ({
  kind: 'user',
  name: 'user:default/somebody',
  claims,
});
const aService = (...claims: string[]): Principal => ({
  kind: 'service',
  name: 'external:ci',
  claims,
});

const all = [tenantA, tenantB, otherA];

describe('tenant access', () => {
  it.each<[string, Principal, object[]]>([
    ['the owning Group', aUser('group:default/a'), [tenantA]],
    ['an owning user', aUser('user:default/bea'), [tenantB]],
    [
      'two owning Groups',
      aUser('group:default/a', 'group:default/b'),
      [tenantA, tenantB],
    ],
    [
      'the Group that owns the tenant of that name elsewhere',
      aUser('group:default/other-a'),
      [otherA],
    ],
    ['no Group', aUser(), []],
    ['a Group of a longer name', aUser('group:default/aa'), []],
    ['a Group of another namespace', aUser('group:other/a'), []],
    ['a user named like a Group', aUser('user:default/a'), []],
    ["a Group of the tenant's name", aUser('group:default/tenant-a'), []],
    ['the admins', aUser('group:default/platform'), all],
    ['the admins, by name', aUser('user:default/root'), all],
    [
      'a service that stands for an owner',
      aService('group:default/a'),
      [tenantA],
    ],
    [
      'a service that stands for an admin',
      aService('group:default/platform'),
      all,
    ],
    ['a service that stands for nobody', aService(), []],
  ])('gives %s its tenants', (_, principal, expected) => {
    expect(access.ownedTenants(principal)).toEqual(expected);
  });

  it.each<[string, Principal, boolean]>([
    ['of an admin Group', aUser('group:default/platform'), true],
    ['of an admin', aUser('user:default/root'), true],
    ['of a service for admins', aService('group:default/platform'), true],
    ['of an owner', aUser('group:default/a'), false],
    ['of nobody', aUser(), false],
  ])(
    'knows admins by their claims alone: those %s',
    (_, principal, isAdmin) => {
      expect(access.isAdmin(principal)).toBe(isAdmin);
    },
  );

  it('takes nobody for an admin when there are none', () => {
    const withoutAdmins = createTenantAccess({ tenants: all, admins: [] });
    expect(withoutAdmins.isAdmin(aUser())).toBe(false);
    expect(withoutAdmins.ownedTenants(aUser())).toEqual([]);
  });

  it('does not take the name of a caller for a claim', () => {
    const named: Principal = { ...aUser(), name: 'user:default/root' };
    expect(access.isAdmin(named)).toBe(false);
  });

  describe('requireTenant', () => {
    const admin = aUser('group:default/platform');

    it.each<[string, Principal, [string, string?], object]>([
      ['own', aUser('group:default/a'), ['tenant-a'], tenantA],
      ['own, with its cluster', admin, ['tenant-a', 'two'], otherA],
      [
        'own, where that name is also a foreign one',
        aUser('group:default/other-a'),
        ['tenant-a'],
        otherA,
      ],
      ['first of the name', admin, ['tenant-a'], tenantA],
    ])('finds the tenant: %s', (_, principal, selector, expected) => {
      expect(access.requireTenant(principal, ...selector)).toEqual(expected);
    });

    const messageFor = (tenant: string, cluster?: string) => {
      try {
        access.requireTenant(aUser('group:default/a'), tenant, cluster);
        return 'allowed';
      } catch (error) {
        return `${error}`.replace(`"${tenant}"`, '<tenant>');
      }
    };

    it('answers the same for a foreign tenant and for one that does not exist', () => {
      expect(messageFor('tenant-b')).toMatch(/^NotFoundError/);
      expect(messageFor('tenant-b')).toBe(messageFor('nowhere'));
      expect(messageFor('tenant-a', 'two')).toMatch(/^NotFoundError/);
      expect(messageFor('tenant-a', 'two')).toBe(messageFor('nowhere', 'two'));
    });

    it('finds nothing by a part of a name, or without one', () => {
      expect(messageFor('tenant')).toMatch(/^NotFoundError/);
      expect(messageFor('')).toMatch(/^NotFoundError/);
      expect(messageFor('tenant-a', '')).toMatch(/^NotFoundError/);
    });
  });
});
