import { eventually } from '../client/eventually';
import { onceCounted } from '../client/onceCounted';
import { PortalClient } from '../client/PortalClient';
import { ifPrometheus } from '../client/prometheus';
import { publishIris } from '../client/publishIris';
import { replicas } from '../client/replicas';
import { predictOften } from '../client/sendOften';
import { setTimeout as sleep } from 'node:timers/promises';

/** What the product promises. */
const TAKEOVER_MS = 15_000;
/** More than two collections. */
const LOOK_MS = 12_000;

/** How many requests each replica sends to Prometheus in a while. */
async function requestsIn(ms: number): Promise<number[]> {
  const before = await replicas.prometheusRequests();
  await sleep(ms);
  const after = await replicas.prometheusRequests();
  return after.map((count, index) => count - (before[index] ?? 0));
}

jest.setTimeout(300_000);

ifPrometheus('usage with two backends on one PostgreSQL', () => {
  afterEach(replicas.stop);

  it('is collected by one, and after its death by the other; nothing is counted twice or lost', async () => {
    const urls = await replicas.start(2);
    const portals = urls.map(
      url => new PortalClient('dev-tenant-a-token', url),
    );
    const totalAt = async (portal: PortalClient) => {
      const read = () => portal.usage('iris', 'tenant-a');
      return (await onceCounted(read, ({ usage }) => usage)).usage
        .totalRequests;
    };
    const iris = await publishIris();
    await predictOften(iris, 10);
    expect(await Promise.all(portals.map(totalAt))).toEqual([10, 10]);

    const sent = await requestsIn(LOOK_MS);
    const collector = sent.findIndex(count => count > 0);
    const other = 1 - collector;
    const survivor = portals[other];
    if (!survivor) {
      throw new Error('Nobody collects');
    }
    expect(sent[collector]).toBeGreaterThan(0);
    expect(sent[other]).toBe(0);

    await replicas.kill(collector);
    const before = (await replicas.prometheusRequests())[other] ?? 0;
    await predictOften(iris, 7);
    await eventually(
      async () =>
        expect((await replicas.prometheusRequests())[other]).toBeGreaterThan(
          before,
        ),
      { withinMs: TAKEOVER_MS },
    );
    expect(await totalAt(survivor)).toBe(17);
  });
});
