import { ServiceUnavailableError } from '@backstage/errors';
import { ClusterFreshness } from '@inference-portal/plugin-model-publishing-common';
import { freshnessOf } from './freshnessOf';

const NOW = new Date('2026-01-01T12:00:00.000Z');
const BEFORE = '2026-01-01T11:00:00.000Z';
const LONG_BEFORE = '2026-01-01T10:00:00.000Z';

const gateway = (
  name: string,
  state: ClusterFreshness['state'],
  asOf: string | null,
) => ({
  freshness: () => ({ name, state, asOf }),
  requireSynced: () => {
    if (state === 'unread') {
      throw new ServiceUnavailableError(`"${name}" has not answered yet`);
    }
  },
});
const live = (name: string) => gateway(name, 'live', NOW.toISOString());

describe('freshnessOf', () => {
  it('is live when all clusters are', () => {
    expect(freshnessOf([live('one'), live('two')], NOW)).toEqual({
      state: 'live',
      asOf: NOW.toISOString(),
      clusters: [
        { name: 'one', state: 'live', asOf: NOW.toISOString() },
        { name: 'two', state: 'live', asOf: NOW.toISOString() },
      ],
    });
  });

  it('is as old as the cluster that has been away longest', () => {
    const gateways = [
      live('one'),
      gateway('two', 'stale', BEFORE),
      gateway('three', 'stale', LONG_BEFORE),
    ];
    expect(freshnessOf(gateways, NOW)).toMatchObject({
      state: 'stale',
      asOf: LONG_BEFORE,
    });
  });

  it('names a cluster of several gateways once, with the worst of what they see', () => {
    const gateways = [
      live('one'),
      gateway('one', 'stale', BEFORE),
      gateway('one', 'stale', LONG_BEFORE),
    ];
    expect(freshnessOf(gateways, NOW).clusters).toEqual([
      { name: 'one', state: 'stale', asOf: LONG_BEFORE },
    ]);
  });

  it('goes on with the clusters that have been read', () => {
    expect(
      freshnessOf([live('one'), gateway('two', 'unread', null)], NOW),
    ).toMatchObject({
      state: 'stale',
      asOf: NOW.toISOString(),
      clusters: [{ state: 'live' }, { name: 'two', state: 'unread' }],
    });
  });

  it('names the cluster when nothing was ever read', () => {
    expect(() => freshnessOf([gateway('two', 'unread', null)], NOW)).toThrow(
      '"two" has not answered yet',
    );
  });
});
