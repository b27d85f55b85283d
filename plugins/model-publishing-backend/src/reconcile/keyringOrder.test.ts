import { randomBytes } from 'node:crypto';
import { FakeCluster, FakeClusterClient } from '../__testUtils__/FakeCluster';
import { aState } from '../__testUtils__/builders';
import { everyInterleaving } from '../__testUtils__/interleavings';
import { Secret } from '../cluster/resources/Secret';
import { ClusterStateStore } from '../state/StateStore';
import {
  activateKey,
  addPendingKey,
  PENDING_KEY_LIFETIME_MS,
  revokeKeys,
} from '../keys/changeKeyring';
import { ClusterCredentialsStore } from '../keys/ClusterCredentialsStore';
import { IssuedKey, issueKey } from '../keys/issueKey';
import { sweepKeys } from './sweepKeys';

/** There are thousands of orders. */
const TEST_MS = 60_000;

const NOW = new Date('2026-01-01T12:00:00.000Z');
const LATER = new Date(NOW.getTime() + PENDING_KEY_LIFETIME_MS);
const publication = aState();
const place = {
  namespace: 'model-gateway',
  instanceId: 'test',
  gateway: 'models',
};

/** One replica of the portal, each of whose calls to the cluster waits for its turn. */
function aReplica(cluster: FakeCluster, turns?: { take(): Promise<void> }) {
  const client = new FakeClusterClient(cluster);
  const gated = new Proxy(client, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name, target);
      if (typeof member !== 'function') {
        return member;
      }
      const isWatch = name === 'watch' || name === 'crash';
      return isWatch || !turns
        ? member.bind(target)
        : async (...input: unknown[]) => {
            await turns.take();
            return member.apply(target, input);
          };
    },
  });
  const watch = () => {
    const started = client.watch(Secret, { namespace: place.namespace });
    started.start(new AbortController().signal);
    return started;
  };
  const states = new ClusterStateStore(gated, watch(), {
    ...place,
    // Credentials are Secrets of the same namespace.
    onUnreadable: () => {},
  });
  const credentials = new ClusterCredentialsStore(gated, watch(), {
    ...place,
    random: randomBytes,
    digestsExcept: () => new Set(),
  });
  return { client, states, credentials };
}
type Replica = ReturnType<typeof aReplica>;

const aKey = () =>
  issueKey({
    prefix: 'mp',
    tenant: 'tenant-a',
    createdBy: 'test',
    random: randomBytes,
    now: NOW,
  });

/** What the use cases do, in their order of writes. */
const actions = {
  create: async ({ states, credentials }: Replica, key: IssuedKey) => {
    await states.update(publication, state => addPendingKey(state, key.record));
    await credentials.ensure(publication);
    await credentials.put(publication, key);
    await states.update(publication, state =>
      activateKey(state, key.record.id, { now: NOW }),
    );
  },
  rotate:
    (previous: IssuedKey) =>
    async ({ states, credentials }: Replica, key: IssuedKey) => {
      await states.update(publication, state =>
        addPendingKey(state, key.record),
      );
      await credentials.put(publication, key);
      await states.update(publication, state =>
        activateKey(state, key.record.id, {
          now: NOW,
          replacement: { replaces: previous.record.id, endsAt: NOW },
        }),
      );
    },
  revoke:
    (key: IssuedKey) =>
    async ({ states, credentials }: Replica) => {
      await states.update(publication, state =>
        revokeKeys(state, [key.record.id], NOW),
      );
      await credentials.removeKeys(publication, [key.record]);
    },
  sweep:
    (now: Date) =>
    async ({ states, credentials }: Replica) => {
      const state = await states.read(publication);
      if (state) {
        await sweepKeys({ states, credentials, clock: () => now }, state);
      }
    },
};

interface Actor {
  act: (replica: Replica, key: IssuedKey) => Promise<void>;
  /** What must be so in the end if its caller was told that it is done. */
  promises: (keys: { own: string; first: string; active: string[] }) => boolean;
}

/** Two replicas act at the same time on a publication with one active key; one of them may die at one of its calls. */
function race(actors: (first: IssuedKey) => Actor[], dying?: [number, number]) {
  return everyInterleaving(async turns => {
    const cluster = new FakeCluster();
    const first = aKey();
    const setUp = aReplica(cluster);
    await setUp.states.create(publication);
    await actions.create(setUp, first);
    const runs = actors(first).map(({ act, promises }, index) => {
      const key = aKey();
      let calls = 0;
      const replica = aReplica(cluster, {
        take: async () => {
          await turns.take(`${index}`);
          calls++;
          if (dying?.[0] === index && dying[1] === calls) {
            replica.client.crash();
          }
        },
      });
      const isDone = act(replica, key).then(
        () => true,
        () => false,
      );
      return { own: key.record.id, promises, isDone };
    });
    await turns.giveAll();
    const active = await activeAtLast(cluster);
    for (const { own, promises, isDone } of runs) {
      if (await isDone) {
        expect(promises({ own, first: first.record.id, active })).toBe(true);
      }
    }
  });
}

/** After everything has come to rest, and a sweep later, the gateway has the active keys and no other. */
async function activeAtLast(cluster: FakeCluster): Promise<string[]> {
  const replica = aReplica(cluster);
  await actions.sweep(LATER)(replica);
  const { keyring = [] } = (await replica.states.read(publication)) ?? {};
  const active = keyring.filter(({ state }) => state === 'active');
  const entries = replica.credentials.entries(publication) ?? [];
  const ids = active.map(({ id }) => id).sort();
  expect(
    entries.map(({ clientId }) => clientId.split('.').pop()).sort(),
  ).toEqual(ids);
  expect(keyring.some(({ state }) => state === 'pending')).toBe(false);
  return ids;
}

const create: Actor = {
  act: actions.create,
  promises: ({ own, active }) => active.includes(own),
};
const revoke = (first: IssuedKey): Actor => ({
  act: actions.revoke(first),
  promises: keys => !keys.active.includes(keys.first),
});
const rotate = (first: IssuedKey): Actor => ({
  act: actions.rotate(first),
  promises: ({ own, first: old, active }) =>
    active.includes(own) && !active.includes(old),
});
const sweep = (now: Date): Actor => ({
  act: actions.sweep(now),
  promises: () => true,
});

const RACES: Array<[string, (first: IssuedKey) => Actor[]]> = [
  ['two new keys', () => [create, create]],
  ['a new key and a revocation', first => [create, revoke(first)]],
  ['a new key and a sweep', () => [create, sweep(NOW)]],
  ['a slow new key and a sweep that gives it up', () => [create, sweep(LATER)]],
  ['a revocation and a sweep', first => [revoke(first), sweep(NOW)]],
  ['a rotation and a revocation', first => [rotate(first), revoke(first)]],
  ['a rotation and a sweep', first => [rotate(first), sweep(LATER)]],
  ['two revocations', first => [revoke(first), revoke(first)]],
];

describe.each(RACES)('%s on two replicas', (_, actors) => {
  it(
    'end with the active keys at the gateway and no other, in every order',
    async () => {
      expect(await race(actors)).toBeGreaterThan(1);
    },
    TEST_MS,
  );

  it(
    'end so in every order in which one of them dies',
    async () => {
      for (const actor of [0, 1]) {
        for (let call = 1; call <= 5; call++) {
          expect(await race(actors, [actor, call])).toBeGreaterThan(0);
        }
      }
    },
    TEST_MS,
  );
});

describe('two rotations of one key', () => {
  it(
    'have at most one winner, in every order',
    async () => {
      await everyInterleaving(async turns => {
        const cluster = new FakeCluster();
        const first = aKey();
        const setUp = aReplica(cluster);
        await setUp.states.create(publication);
        await actions.create(setUp, first);
        const outcomes = [0, 1].map(async index => {
          const take = () => turns.take(`${index}`);
          return actions
            .rotate(first)(aReplica(cluster, { take }), aKey())
            .then(
              () => 1,
              () => 0,
            );
        });
        await turns.giveAll();
        const wins = await Promise.all(outcomes);
        expect(wins.reduce<number>((sum, win) => sum + win, 0)).toBe(1);
        expect(await activeAtLast(cluster)).toHaveLength(1);
      });
    },
    TEST_MS,
  );
});
