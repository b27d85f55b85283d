import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
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
  let now = 1_000_000;
  const catalog = catalogServiceMock({ entities });
  const read = jest.spyOn(catalog, 'getEntitiesByRefs');
  const reader = new CatalogMembershipReader({
    catalog,
    auth: mockServices.auth(),
    clock: () => new Date(now),
    logger: mockServices.logger.mock(),
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

  it('writes Groups in one form, as configuration does', async () => {
    const { reader } = aReader([
      anEntity('User', 'ann', 'memberOf', 'Team-A'),
      aGroup('team-a', 'Company'),
    ]);
    await expect(reader.claimsOf('user:default/ann')).resolves.toEqual([
      'user:default/ann',
      ...refs('team-a', 'company'),
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

  it('asks the catalog once for each level, with its own credentials', async () => {
    const { reader, read } = aReader([
      aUser('ann', 'a', 'b'),
      aGroup('a', 'top'),
      aGroup('b', 'top', 'a'),
      aGroup('top'),
    ]);
    await reader.claimsOf('user:default/ann');
    expect(read.mock.calls.map(([{ entityRefs }]) => entityRefs)).toEqual([
      ['user:default/ann'],
      refs('a', 'b'),
      refs('top'),
    ]);
    expect(read.mock.calls.map(([, options]) => options)).toEqual(
      Array(3).fill({ credentials: mockCredentials.service('plugin:test') }),
    );
  });

  it('counts relations of other types for nothing', async () => {
    const ann = aUser('ann', 'team');
    const { reader } = aReader([
      {
        ...ann,
        relations: [
          ...(ann.relations ?? []),
          { type: 'ownerOf', targetRef: 'group:default/owned' },
          { type: 'childOf', targetRef: 'group:default/no-parent' },
        ],
      },
      anEntity('Group', 'team', 'parentOf', 'below'),
    ]);
    await expect(reader.claimsOf('user:default/ann')).resolves.toEqual([
      'user:default/ann',
      ...refs('team'),
    ]);
  });

  it('tells users apart', async () => {
    const { reader } = aReader([aUser('ann', 'a'), aUser('bob', 'b')]);
    await reader.claimsOf('user:default/ann');
    await expect(reader.claimsOf('user:default/bob')).resolves.toEqual([
      'user:default/bob',
      ...refs('b'),
    ]);
  });

  it('reads again when the clock was set back', async () => {
    const { reader, read, pass } = aReader([aUser('ann')]);
    await reader.claimsOf('user:default/ann');
    pass(-3_600_000);
    await reader.claimsOf('user:default/ann');
    expect(read).toHaveBeenCalledTimes(2);
  });

  describe('with 10,000 users, as many as it remembers', () => {
    const users = Array.from({ length: 10_000 }, (_, n) => `user:default/${n}`);
    const [first = '', second = ''] = users;

    it('forgets the one that it read first', async () => {
      const { reader, read } = aReader([]);
      await Promise.all(users.map(user => reader.claimsOf(user)));
      await reader.claimsOf('user:default/another');
      await reader.claimsOf(second);
      expect(read).toHaveBeenCalledTimes(10_001);
      await reader.claimsOf(first);
      expect(read).toHaveBeenCalledTimes(10_002);
    });

    it('counts one that it read again among the last', async () => {
      const { reader, read, pass } = aReader([]);
      await reader.claimsOf(first);
      pass(30_000);
      await Promise.all(users.slice(1, -1).map(user => reader.claimsOf(user)));
      await reader.claimsOf(first);
      await reader.claimsOf('user:default/another');
      await reader.claimsOf('user:default/one-more');
      const reads = read.mock.calls.length;
      await reader.claimsOf(first);
      expect(read).toHaveBeenCalledTimes(reads);
    });
  });

  it('believes nothing that it could read in part only', async () => {
    const { reader, read } = aReader([aUser('ann', 'team'), aGroup('team')]);
    read.mockResolvedValueOnce({ items: [aUser('ann', 'team')] });
    read.mockRejectedValueOnce(new Error('connection refused'));
    await expect(reader.claimsOf('user:default/ann')).rejects.toThrow(
      /cannot be read from the catalog/,
    );
  });

  it('answers from memory while the catalog is away, as long as that is fresh', async () => {
    const { reader, read, pass } = aReader([aUser('ann', 'team')]);
    await reader.claimsOf('user:default/ann');
    read.mockRejectedValue(new Error('connection refused'));
    pass(29_999);
    await expect(reader.claimsOf('user:default/ann')).resolves.toContain(
      'group:default/team',
    );
    pass(1);
    await expect(reader.claimsOf('user:default/ann')).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
      message: expect.not.stringContaining('connection refused'),
    });
  });

  it('keeps a later answer when an earlier reading fails afterwards', async () => {
    const { reader, read, pass } = aReader([aUser('ann')]);
    let fail: (error: Error) => void = () => {};
    read.mockReturnValueOnce(
      new Promise((_, reject) => {
        fail = reject;
      }),
    );
    const first = reader.claimsOf('user:default/ann');
    pass(30_000);
    await reader.claimsOf('user:default/ann');
    fail(new Error('timed out'));
    await expect(first).rejects.toThrow(/cannot be read/);
    const reads = read.mock.calls.length;
    await reader.claimsOf('user:default/ann');
    expect(read).toHaveBeenCalledTimes(reads);
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
