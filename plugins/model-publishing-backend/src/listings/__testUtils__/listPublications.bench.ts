import {
  mockCredentials,
  startTestBackend,
} from '@backstage/backend-test-utils';
import http from 'node:http';
import { AddressInfo } from 'node:net';
import { pluginFor, userInfo } from '../../__testUtils__/aGovernedPortal';
import { FakeCluster } from '../../__testUtils__/FakeCluster';
import { aWatchingPortal } from '../../__testUtils__/manyPublications';
import { growthExponent, percentile, printTable, steadyP99 } from './figures';

const COUNTS = [10, 100, 1_000, 10_000];
const ROUNDS = 2_000;
const WARM_UP = 500;
/** Targets of the product. */
const LARGEST_RATIO = 2.5;
const LARGEST_BODY_BYTES = 50_000;

const LISTS = {
  'first page': '?limit=50',
  'last change first': '?limit=50&sort=updatedAt&order=desc',
  'page of a text': '?limit=50&q=model-0000',
};

interface Measured {
  count: number;
  cluster: FakeCluster;
  ask: (query: string) => Promise<{ milliseconds: number; bytes: number }>;
  stop: () => Promise<void>;
}

async function aServer(count: number): Promise<Measured> {
  const portal = await aWatchingPortal(count);
  const backend = await startTestBackend({
    features: [pluginFor(portal), userInfo],
  });
  const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
  const { port } = backend.server.address() as AddressInfo;
  const headers = {
    Authorization: mockCredentials.user.header('user:default/root'),
  };
  const ask = (query: string) =>
    new Promise<{ milliseconds: number; bytes: number }>((resolve, reject) => {
      const begin = performance.now();
      const path = `/api/model-publishing/published-models${query}`;
      http
        .get({ port, path, headers, agent }, response => {
          let bytes = 0;
          response.on('data', (chunk: Buffer) => {
            bytes += chunk.length;
          });
          response.on('end', () => {
            const milliseconds = performance.now() - begin;
            return response.statusCode === 200
              ? resolve({ milliseconds, bytes })
              : reject(new Error(`The list answered ${response.statusCode}`));
          });
        })
        .on('error', reject);
    });
  const stop = async () => {
    agent.destroy();
    await backend.stop();
    portal.fleet.stop();
  };
  return { count, cluster: portal.cluster, ask, stop };
}

/** One publication changes, as the watch would show it. */
function changeOne({ cluster }: Measured, round: number): void {
  const secrets = [...cluster.objects.values()];
  const object = secrets[(round * 7919) % secrets.length];
  if (object) {
    cluster.store('MODIFIED', object);
  }
}

describe('lists', () => {
  const servers: Measured[] = [];
  beforeAll(async () => {
    for (const count of COUNTS) {
      servers.push(await aServer(count));
    }
  }, 120_000);
  afterAll(() => Promise.all(servers.map(server => server.stop())));

  it.each(
    Object.entries(LISTS).flatMap(([name, query]) => [
      [name, query, false] as const,
      [`${name}, one change before each`, query, true] as const,
    ]),
  )(
    '%s',
    async (name, query, withChanges) => {
      const times = new Map(
        servers.map(({ count }) => [count, [] as number[]]),
      );
      const sizes = new Map<number, number>();
      for (let round = 0; round < WARM_UP + ROUNDS; round++) {
        // In turns, so that whatever else the machine does hits all of them.
        for (const server of servers) {
          if (withChanges) {
            changeOne(server, round);
          }
          const { milliseconds, bytes } = await server.ask(query);
          sizes.set(server.count, bytes);
          if (round >= WARM_UP) {
            times.get(server.count)?.push(milliseconds);
          }
        }
      }
      const figures = COUNTS.map(count => ({
        count,
        p50: percentile(times.get(count) ?? [], 0.5),
        p99: steadyP99(times.get(count) ?? []),
        bytes: sizes.get(count) ?? 0,
      }));
      const exponent = growthExponent(figures);
      printTable(name, figures, exponent);
      const [least] = figures;
      const most = figures[figures.length - 1];
      expect((most?.p99 ?? NaN) / (least?.p99 ?? NaN)).toBeLessThanOrEqual(
        LARGEST_RATIO,
      );
      expect(Math.max(...sizes.values())).toBeLessThanOrEqual(
        LARGEST_BODY_BYTES,
      );
    },
    300_000,
  );
});
