import { mockServices } from '@backstage/backend-test-utils';
import { aConfig, aMemberOf, startPortal } from '../__testUtils__/aPortal';
import { FakeCluster, FakeClusterClient } from '../__testUtils__/FakeCluster';
import {
  modelNameOf,
  seedPublications,
} from '../__testUtils__/manyPublications';

const COUNT = 10_000;
const MAX_BODY_BYTES = 50_000;

/** A client that notes each call but those that begin a watch. */
function countingClient(
  cluster: FakeCluster,
  calls: string[],
): FakeClusterClient {
  return new Proxy(new FakeClusterClient(cluster), {
    get(client, name) {
      const member: unknown = Reflect.get(client, name);
      return typeof member === 'function'
        ? (...input: unknown[]) => {
            if (name !== 'watch') {
              calls.push(String(name));
            }
            return member.apply(client, input);
          }
        : member;
    },
  });
}

/** What all of them are listed from; nobody brings them in order, so each row has a problem to tell of. */
async function aPortalWith(cluster: FakeCluster) {
  const calls: string[] = [];
  const client = countingClient(cluster, calls);
  const portal = await startPortal({
    config: aConfig,
    clients: { get: async () => client },
    logger: mockServices.logger.mock(),
    clock: () => new Date(),
  });
  portal.fleet.stop();
  await new Promise(resolve => setImmediate(resolve));
  calls.length = 0;
  return { ...portal, calls };
}

describe(`a list of ${COUNT} publications`, () => {
  const admin = aMemberOf('platform');
  let portal: Awaited<ReturnType<typeof aPortalWith>>;
  beforeAll(async () => {
    const cluster = new FakeCluster();
    seedPublications(cluster, COUNT);
    portal = await aPortalWith(cluster);
  });

  it('asks the API server nothing, page after page', async () => {
    const names: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await portal.useCases.listPublications(admin, {
        limit: 200,
        cursor,
      });
      names.push(...page.items.map(({ modelName }) => modelName));
      cursor = page.nextCursor;
    } while (cursor);
    await portal.useCases.listPublications(admin, {
      limit: 50,
      sort: 'phase',
      q: 'model-00',
    });

    expect(names).toEqual(
      Array.from({ length: COUNT }, (_, index) => modelNameOf(index)),
    );
    expect(portal.calls).toEqual([]);

    // Reading one of them does, so the calls are counted.
    const [model] = names;
    await portal.useCases.getManifests(admin, { model: model ?? '' });
    expect(portal.calls).toEqual(['get']);
  });

  it(`has pages of 50 of at most ${MAX_BODY_BYTES} bytes`, async () => {
    const page = await portal.useCases.listPublications(admin, { limit: 50 });
    const [row] = page.items;

    expect(page.items).toHaveLength(50);
    expect(row?.problem).toBeDefined();
    expect(Buffer.byteLength(JSON.stringify(page))).toBeLessThanOrEqual(
      MAX_BODY_BYTES,
    );
  });
});
