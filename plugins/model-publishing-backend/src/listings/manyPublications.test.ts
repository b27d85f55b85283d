import { aMemberOf } from '../__testUtils__/aPortal';
import {
  aWatchingPortal,
  modelNameOf,
} from '../__testUtils__/manyPublications';

const COUNT = 10_000;
const MAX_BODY_BYTES = 50_000;

describe(`a list of ${COUNT} publications`, () => {
  const admin = aMemberOf('platform');
  let portal: Awaited<ReturnType<typeof aWatchingPortal>>;
  beforeAll(async () => {
    portal = await aWatchingPortal(COUNT);
  });
  afterAll(() => portal.fleet.stop());

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
    expect(row?.usage?.totalRequests).toBeGreaterThan(0);
    expect(Buffer.byteLength(JSON.stringify(page))).toBeLessThanOrEqual(
      MAX_BODY_BYTES,
    );
  });
});
