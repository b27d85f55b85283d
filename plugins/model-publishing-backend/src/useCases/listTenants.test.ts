import { mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { aConfig, aMemberOf } from '../__testUtils__/aPortal';
import { FakeTenantRegistry } from '../__testUtils__/FakeTenantRegistry';
import { CatalogOwnerDirectory } from '../tenancy/OwnerDirectory';
import { createTenantAccess } from '../tenancy/TenantAccess';
import { listTenants } from './listTenants';

const aGroup = (name: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: { name },
});

function aDirectory(...groups: string[]) {
  const registry = new FakeTenantRegistry([
    { cluster: 'fake', namespace: 'a', owners: ['group:default/a'] },
    {
      cluster: 'fake',
      namespace: 'b',
      owners: ['group:default/b', 'group:default/gone'],
    },
    { cluster: 'far', namespace: 'a', owners: ['group:default/gone'] },
  ]);
  registry.retain(() => [{ cluster: 'fake', namespace: 'left' }]);
  const catalog = catalogServiceMock({ entities: groups.map(aGroup) });
  const deps = {
    config: aConfig,
    access: createTenantAccess({ registry, admins: aConfig.admins }),
    owners: new CatalogOwnerDirectory({ catalog, auth: mockServices.auth() }),
  };
  return { catalog, deps };
}

describe('listTenants', () => {
  it('shows admins all tenants, and those without owners as such', async () => {
    const { deps } = aDirectory('a', 'b');
    const page = await listTenants(deps, aMemberOf('platform'), { limit: 50 });
    expect(page.items).toEqual([
      {
        tenantId: 'a',
        cluster: 'fake',
        owners: ['group:default/a'],
        source: 'config',
        mayPublish: true,
        ownerless: false,
      },
      {
        tenantId: 'a',
        cluster: 'far',
        owners: ['group:default/gone'],
        source: 'config',
        mayPublish: false,
        ownerless: true,
      },
      expect.objectContaining({ tenantId: 'b', ownerless: false }),
      {
        tenantId: 'left',
        cluster: 'fake',
        owners: [],
        source: 'published',
        mayPublish: true,
        ownerless: true,
      },
    ]);
  });

  it('shows others their own, and asks no catalog about owners', async () => {
    const { deps, catalog } = aDirectory('a', 'b');
    const read = jest.spyOn(catalog, 'getEntitiesByRefs');
    const page = await listTenants(deps, aMemberOf('a'), { limit: 50 });
    expect(page).toEqual({
      totalItems: 1,
      items: [
        {
          tenantId: 'a',
          cluster: 'fake',
          owners: ['group:default/a'],
          source: 'config',
          mayPublish: true,
        },
      ],
    });
    expect(read).not.toHaveBeenCalled();
    await expect(
      listTenants(deps, aMemberOf('nobody'), { limit: 50 }),
    ).resolves.toEqual({ totalItems: 0, items: [] });
  });

  it('goes from page to page', async () => {
    const { deps } = aDirectory();
    const admin = aMemberOf('platform');
    const first = await listTenants(deps, admin, { limit: 3 });
    const second = await listTenants(deps, admin, {
      limit: 3,
      cursor: first.nextCursor,
    });
    expect(
      [...first.items, ...second.items].map(
        ({ cluster, tenantId }) => `${cluster}/${tenantId}`,
      ),
    ).toEqual(['fake/a', 'far/a', 'fake/b', 'fake/left']);
    expect(second.nextCursor).toBeUndefined();
  });

  it('calls no tenant ownerless while the catalog is away', async () => {
    const { deps, catalog } = aDirectory('a', 'b');
    jest
      .spyOn(catalog, 'getEntitiesByRefs')
      .mockRejectedValue(new Error('connection refused'));
    await expect(
      listTenants(deps, aMemberOf('platform'), { limit: 50 }),
    ).rejects.toMatchObject({ name: 'ServiceUnavailableError' });
  });
});
