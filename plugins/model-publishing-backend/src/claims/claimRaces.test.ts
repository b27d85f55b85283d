import { FakeCluster, FakeClusterClient } from '../__testUtils__/FakeCluster';
import { everyInterleaving, Turns } from '../__testUtils__/interleavings';
import { ConfigMap } from '../cluster/resources/ConfigMap';
import { Claim, ClusterClaimStore } from './ClaimStore';

const place = {
  namespace: 'model-gateway',
  instanceId: 'test',
  gateway: 'models',
};
const claim: Claim = { hostname: 'models.example.org', path: '/models/goal' };

/** A store of one replica, each of whose calls to the cluster waits for its turn. */
function aStore(cluster: FakeCluster, turns: Turns, actor: string) {
  const client = new FakeClusterClient(cluster);
  const gated = Object.create(client) as FakeClusterClient;
  gated.get = async (...input) => {
    await turns.take(actor);
    return client.get(...input);
  };
  gated.create = async (...input) => {
    await turns.take(actor);
    return client.create(...input);
  };
  gated.delete = async (...input) => {
    await turns.take(actor);
    return client.delete(...input);
  };
  const watch = client.watch(ConfigMap, { namespace: place.namespace });
  watch.start(new AbortController().signal);
  return new ClusterClaimStore(gated, watch, place);
}

const publication = (index: number) => ({
  id: `${index}`.padStart(32, '0'),
  tenant: `tenant-${index}`,
  model: 'iris',
});

/** Lets so many publications take one claim at once, in the order that the choices say, and answers with who got it. */
async function race(cluster: FakeCluster, turns: Turns, takers: number) {
  const outcomes = Array.from({ length: takers }, (_, index) =>
    aStore(cluster, turns, `${index}`)
      .take(publication(index), claim)
      .then(holder => ({ holder, won: holder === publication(index).id })),
  );
  await turns.giveAll();
  return Promise.all(outcomes);
}

/** Numbers from 0 on that look random and are the same in every run (xorshift32). */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 0;
  };
}

describe('a claim that several publications want', () => {
  it('goes to one of two or three, in every order of their calls', async () => {
    for (const takers of [2, 3]) {
      await everyInterleaving(async turns => {
        const outcomes = await race(new FakeCluster(), turns, takers);
        expect(outcomes.filter(({ won }) => won)).toHaveLength(1);
        expect(new Set(outcomes.map(({ holder }) => holder)).size).toBe(1);
      });
    }
  });

  it('goes to one of up to eight, in 1,000 races', async () => {
    for (let seed = 1; seed <= 1_000; seed++) {
      const next = numbersFrom(seed);
      const takers = 2 + (next() % 7);
      const choices = Array.from({ length: 40 }, () => next() % takers);
      const turns = new Turns(choices, { wrap: true });
      const outcomes = await race(new FakeCluster(), turns, takers);
      const winners = outcomes.filter(({ won }) => won);
      expect({ seed, winners: winners.length }).toEqual({ seed, winners: 1 });
      expect(new Set(outcomes.map(({ holder }) => holder)).size).toBe(1);
    }
  });

  it('goes to at most one while its holder gives it back, in every order', async () => {
    await everyInterleaving(async turns => {
      const cluster = new FakeCluster();
      const holder = publication(9);
      const alone = new Turns([]);
      const taking = aStore(cluster, alone, 'holder').take(holder, claim);
      await alone.giveAll();
      await taking;
      const release = aStore(cluster, turns, 'release').release(holder, claim);
      const outcomes = await race(cluster, turns, 2);
      await release;
      const { data } =
        cluster.objects.get(
          [...cluster.objects.keys()].find(key => key.includes('claim')) ?? '',
        ) ?? {};
      const winners = outcomes.filter(({ won }) => won);
      expect(winners.length).toBeLessThanOrEqual(1);
      // Whoever was told that it has the claim has it.
      winners.forEach(winner => expect(data?.publication).toBe(winner.holder));
    });
  });
});
