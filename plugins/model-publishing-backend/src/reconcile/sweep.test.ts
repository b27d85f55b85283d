import { aPortal } from '../__testUtils__/aPortal';
import { FakeCluster } from '../__testUtils__/FakeCluster';
import { seedPublications } from '../__testUtils__/manyPublications';

const COUNT = 1_000;

describe('a sweep', () => {
  it(`over ${COUNT} publications in order writes nothing`, async () => {
    const cluster = new FakeCluster();
    seedPublications(cluster, COUNT);
    const portal = await aPortal(cluster);
    expect(cluster.namesOfPublications('HTTPRoute')).toHaveLength(COUNT);
    cluster.writes.length = 0;
    await portal.fleet.settle();
    portal.fleet.stop();

    expect(cluster.writes).toEqual([]);
  }, 120_000);
});
