import { KubernetesObject } from './defineResource';
import { freshnessOfWatches } from './freshnessOfWatches';
import { ResourceWatch } from './ResourceWatch';

type Watch = ResourceWatch<KubernetesObject>;

const NOW = Date.UTC(2026, 0, 1, 12, 0, 0);

/** A watch that was heard of a moment ago. */
const aWatch = (seen: Partial<Watch> = {}): Watch => ({
  start: () => {},
  whenSynced: async () => {},
  get: () => undefined,
  list: () => [],
  onChange: () => () => {},
  remember: () => {},
  forget: () => {},
  synced: true,
  absent: false,
  lastProgressAt: NOW - 1_000,
  awaySince: undefined,
  ...seen,
});

const freshness = (...seen: Array<Partial<Watch>>) =>
  freshnessOfWatches('far', seen.map(aWatch), new Date(NOW));

describe('freshnessOfWatches', () => {
  it.each<[string, Partial<Watch>, string, string | null]>([
    ['is open', {}, 'live', '2026-01-01T12:00:00.000Z'],
    [
      'comes back from a pause',
      { awaySince: NOW - 9_000, lastProgressAt: NOW - 60_000 },
      'live',
      '2026-01-01T12:00:00.000Z',
    ],
    [
      'gets no answer',
      { awaySince: NOW - 10_000, lastProgressAt: NOW - 60_000 },
      'stale',
      '2026-01-01T11:59:00.000Z',
    ],
    [
      'is open and has been silent for longer than bookmarks take',
      { lastProgressAt: NOW - 150_000 },
      'stale',
      '2026-01-01T11:57:30.000Z',
    ],
    ['has never read anything', { synced: false }, 'unread', null],
  ])('of one that %s', (_, seen, state, asOf) => {
    expect(freshness({}, seen, {})).toEqual({ name: 'far', state, asOf });
  });

  it('is as old as the oldest of them', () => {
    const away = { awaySince: NOW - 90_000 };
    expect(
      freshness(
        { ...away, lastProgressAt: NOW - 95_000 },
        { ...away, lastProgressAt: NOW - 120_000 },
      ),
    ).toMatchObject({ state: 'stale', asOf: '2026-01-01T11:58:00.000Z' });
  });
});
