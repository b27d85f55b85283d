import { ServiceUnavailableError } from '@backstage/errors';
import { FakeTenantRegistry } from '../__testUtils__/FakeTenantRegistry';
import { TenantConfig } from '../config/ModelPublishingConfig';
import { Principal } from './Principal';
import { Tenant } from './Tenant';
import { createTenantAccess } from './TenantAccess';

const tenantA: Tenant = {
  source: 'config',
  cluster: 'one',
  namespace: 'tenant-a',
  owners: ['group:default/a'],
};
const tenantB: Tenant = {
  source: 'config',
  cluster: 'one',
  namespace: 'tenant-b',
  owners: ['group:default/b', 'user:default/bea'],
};
/** Of the same name as the first, in another cluster, with other owners. */
const otherA: Tenant = {
  source: 'config',
  cluster: 'two',
  namespace: 'tenant-a',
  owners: ['group:default/other-a'],
};
const accessTo = (tenants: TenantConfig[], admins: string[]) =>
  createTenantAccess({ registry: new FakeTenantRegistry(tenants), admins });
const access = accessTo(
  [tenantA, tenantB, otherA],
  ['group:default/platform', 'user:default/root'],
);

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
    const withoutAdmins = accessTo(all, []);
    expect(withoutAdmins.isAdmin(aUser())).toBe(false);
    expect(withoutAdmins.ownedTenants(aUser())).toEqual([]);
  });

  it('does not take the name of a caller for a claim', () => {
    const named: Principal = { ...aUser(), name: 'user:default/root' };
    expect(access.isAdmin(named)).toBe(false);
  });

  it('follows the tenants that there are at the moment', () => {
    const registry = new FakeTenantRegistry([tenantA]);
    const current = createTenantAccess({ registry, admins: [] });
    const owner = aUser('group:default/a', 'group:default/b');
    expect(current.ownedTenants(owner)).toEqual([tenantA]);
    registry.read([tenantB]);
    expect(current.ownedTenants(owner)).toEqual([tenantB]);
  });

  it.each([
    ['one', 'tenant-a', ['group:default/a']],
    ['two', 'tenant-a', ['group:default/other-a']],
    ['two', 'tenant-b', []],
    ['one', 'tenant', []],
  ])('knows who owns %s/%s', (cluster, namespace, owners) => {
    expect(access.ownersOf({ cluster, namespace })).toEqual(owners);
  });

  it('shows a tenant that nothing names any more to admins alone', () => {
    const registry = new FakeTenantRegistry([tenantA]);
    const current = createTenantAccess({
      registry,
      admins: ['group:default/platform'],
    });
    registry.retain(() => [tenantB]);
    expect(current.ownedTenants(aUser('group:default/b'))).toEqual([]);
    expect(current.ownedTenants(aUser('group:default/platform'))).toEqual([
      tenantA,
      { ...tenantB, owners: [], source: 'published' },
    ]);
  });

  it('decides nothing while the tenants cannot be known', () => {
    const closed = createTenantAccess({
      registry: {
        known: () => all,
        current: () => {
          throw new ServiceUnavailableError('away');
        },
      },
      admins: ['group:default/platform'],
    });
    for (const caller of ['group:default/a', 'group:default/platform']) {
      expect(() => closed.ownedTenants(aUser(caller))).toThrow('away');
      expect(() => closed.requireTenant(aUser(caller), 'tenant-a')).toThrow(
        'away',
      );
    }
    expect(closed.knownTenants()).toEqual(all);
  });

  it.each<[string, Principal, boolean]>([
    ['an admin', aUser('group:default/platform'), true],
    [
      'an admin that owns it',
      aUser('group:default/platform', 'group:default/a'),
      false,
    ],
    [
      'an admin that owns its namesake elsewhere',
      aUser('group:default/platform', 'group:default/other-a'),
      true,
    ],
    ['an owner', aUser('group:default/a'), false],
    ['nobody', aUser(), false],
  ])(
    'knows whether %s acts as an admin for a tenant',
    (_, caller, expected) => {
      expect(
        access.actsAsAdmin(caller, { cluster: 'one', namespace: 'tenant-a' }),
      ).toBe(expected);
    },
  );

  it('knows that only admins act for a tenant that nothing names', () => {
    const nowhere = { cluster: 'one', namespace: 'nowhere' };
    expect(access.actsAsAdmin(aUser('group:default/platform'), nowhere)).toBe(
      true,
    );
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
