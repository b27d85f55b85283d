import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { FakeTenantRegistry } from '../__testUtils__/FakeTenantRegistry';
import { CatalogMembershipReader } from './CatalogMembershipReader';
import { createPrincipalResolver } from './principalOf';
import { createTenantAccess } from './TenantAccess';

const anEntity = (
  kind: string,
  name: string,
  type: string,
  ...groups: string[]
): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind,
  metadata: { name },
  relations: groups.map(group => ({
    type,
    targetRef: `group:default/${group}`,
  })),
});
const ann = anEntity('User', 'ann', 'memberOf', 'juniors');
const juniors = anEntity('Group', 'juniors', 'childOf', 'team');
const team = anEntity('Group', 'team', 'childOf');

function aDecision() {
  let now = 1_000_000;
  let entities = [ann, juniors, team];
  const catalog = catalogServiceMock();
  const read = jest
    .spyOn(catalog, 'getEntitiesByRefs')
    .mockImplementation((request, options) =>
      catalogServiceMock({ entities }).getEntitiesByRefs(request, options),
    );
  const principalOf = createPrincipalResolver({
    config: {
      services: [],
      tenancy: {
        membership: 'catalog',
        groupAnnotation: { trustedLocations: [] },
      },
    },
    memberships: new CatalogMembershipReader({
      catalog,
      auth: mockServices.auth(),
      clock: () => new Date(now),
      logger: mockServices.logger.mock(),
    }),
    userInfo: mockServices.userInfo(),
  });
  const access = createTenantAccess({
    registry: new FakeTenantRegistry([
      { cluster: 'one', namespace: 'blue', owners: ['group:default/team'] },
    ]),
    admins: [],
  });
  return {
    read,
    pass: (ms: number) => (now += ms),
    change: (changed: Entity[]) => {
      entities = changed;
    },
    tenants: async () =>
      access
        .ownedTenants(
          await principalOf(mockCredentials.user('user:default/ann')),
        )
        .map(({ namespace }) => namespace),
  };
}

describe('a member of a nested Group', () => {
  it.each([
    ['the user leaves the Group', [{ ...ann, relations: [] }, juniors, team]],
    ['the Group leaves the owner', [ann, { ...juniors, relations: [] }, team]],
    ['the Group is deleted', [ann, team]],
    ['the user is deleted', [juniors, team]],
  ])('loses access within 30 seconds when %s', async (_, changed) => {
    const { tenants, pass, change } = aDecision();
    await expect(tenants()).resolves.toEqual(['blue']);
    change(changed);
    pass(30_000);
    await expect(tenants()).resolves.toEqual([]);
  });

  it('is let in nowhere when the catalog is away for longer', async () => {
    const { tenants, pass, read } = aDecision();
    await expect(tenants()).resolves.toEqual(['blue']);
    read.mockRejectedValue(new Error('connection refused'));
    pass(29_999);
    await expect(tenants()).resolves.toEqual(['blue']);
    pass(1);
    await expect(tenants()).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
    });
  });
});
