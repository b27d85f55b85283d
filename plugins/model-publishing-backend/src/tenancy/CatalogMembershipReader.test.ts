import { mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { CatalogMembershipReader } from './CatalogMembershipReader';

const anEntity = (
  kind: string,
  name: string,
  relation: string,
  ...groups: string[]
): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind,
  metadata: { name },
  spec: {},
  relations: groups.map(group => ({
    type: relation,
    targetRef: `group:default/${group}`,
  })),
});
const aUser = (name: string, ...groups: string[]) =>
  anEntity('User', name, 'memberOf', ...groups);
const aGroup = (name: string, ...parents: string[]) =>
  anEntity('Group', name, 'childOf', ...parents);

function aReader(entities: Entity[]) {
  let now = 0;
  const catalog = catalogServiceMock({ entities });
  const read = jest.spyOn(catalog, 'getEntitiesByRefs');
  const reader = new CatalogMembershipReader({
    catalog,
    auth: mockServices.auth(),
    clock: () => new Date(now),
  });
  return { reader, read, pass: (ms: number) => (now += ms) };
}

const refs = (...names: string[]) => names.map(name => `group:default/${name}`);

describe('CatalogMembershipReader', () => {
  it('finds the Groups of a user and all Groups above them', async () => {
    const { reader } = aReader([
      aUser('ann', 'juniors'),
      aGroup('juniors', 'team'),
      aGroup('team', 'company'),
      aGroup('company'),
      aGroup('others', 'company'),
    ]);
    await expect(reader.claimsOf('user:default/ann')).resolves.toEqual([
      'user:default/ann',
      ...refs('juniors', 'team', 'company'),
    ]);
  });

  it('ends where Groups are above each other in a circle', async () => {
    const { reader } = aReader([
      aUser('ann', 'a'),
      aGroup('a', 'b'),
      aGroup('b', 'a'),
    ]);
    await expect(reader.claimsOf('user:default/ann')).resolves.toEqual([
      'user:default/ann',
      ...refs('a', 'b'),
    ]);
  });

  it('knows a user who is not in the catalog by the own ref only', async () => {
    const { reader } = aReader([]);
    await expect(reader.claimsOf('user:default/ann')).resolves.toEqual([
      'user:default/ann',
    ]);
  });

  it('believes what it has read for 30 seconds and no longer', async () => {
    const { reader, read, pass } = aReader([aUser('ann')]);
    await reader.claimsOf('user:default/ann');
    const reads = read.mock.calls.length;
    pass(29_999);
    await reader.claimsOf('user:default/ann');
    expect(read).toHaveBeenCalledTimes(reads);
    pass(1);
    await reader.claimsOf('user:default/ann');
    expect(read.mock.calls.length).toBeGreaterThan(reads);
  });

  it('reads once for callers who come at the same time', async () => {
    const { reader, read } = aReader([aUser('ann')]);
    await Promise.all([
      reader.claimsOf('user:default/ann'),
      reader.claimsOf('user:default/ann'),
    ]);
    expect(read).toHaveBeenCalledTimes(1);
  });

  it('closes when the catalog is away and nothing fresh is known, and opens when it is back', async () => {
    const { reader, read, pass } = aReader([
      aUser('ann', 'team'),
      aGroup('team'),
    ]);
    await reader.claimsOf('user:default/ann');
    pass(30_000);
    read.mockRejectedValueOnce(new Error('connection refused'));
    await expect(reader.claimsOf('user:default/ann')).rejects.toThrow(
      /cannot be read from the catalog/,
    );
    await expect(reader.claimsOf('user:default/ann')).resolves.toContain(
      'group:default/team',
    );
  });
});
