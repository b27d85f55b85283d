import { backend } from '../client/backend';
import { admin, tenantA } from '../client/callers';
import { eventually } from '../client/eventually';
import { kubernetes } from '../client/kubernetes';
import { publishIris, PublishedIris } from '../client/publishIris';

const NAME_OF_STATE = (id: string) => `published-model-iris-${id}`;
/** The backend comes back by itself after a pause of at most half a minute. */
const RECOVERY_MS = 60_000;

/** Changes a state as another replica would. */
async function changeState(
  { id }: PublishedIris,
  change: (configuration: Record<string, unknown>) => void,
): Promise<void> {
  const { data = {} } = await kubernetes.get('secrets', NAME_OF_STATE(id));
  const state = JSON.parse(Buffer.from(data.state ?? '', 'base64').toString());
  change(state.configuration);
  const text = Buffer.from(JSON.stringify(state)).toString('base64');
  await kubernetes.patch('secrets', NAME_OF_STATE(id), {
    data: { state: text },
  });
}

describe('lists of published models', () => {
  it('show within a second what another client has changed', async () => {
    const iris = await publishIris();
    for (const visibility of ['portal', 'private', 'consumers']) {
      await changeState(iris, configuration => {
        configuration.visibility = visibility;
      });
      await eventually(
        async () =>
          expect(await tenantA.list()).toMatchObject([{ visibility }]),
        { withinMs: 1_000 },
      );
    }
  });

  it('ask the cluster nothing', async () => {
    await publishIris();
    await eventually(async () =>
      expect(await tenantA.list()).toMatchObject([{ phase: 'Published' }]),
    );
    await backend.untilItWritesNothing();
    const before = await backend.clusterRequests();
    for (let count = 0; count < 100; count += 1) {
      await tenantA.page('?sort=phase&q=iris');
    }
    // What it does of its own accord comes to some requests at most.
    expect((await backend.clusterRequests()) - before).toBeLessThan(20);
  });

  it(
    'are answered from memory and marked while the cluster is away',
    async () => {
      await publishIris();
      const live = await tenantA.page();
      expect(live.freshness.state).toBe('live');
      await backend.loseCluster();
      try {
        await eventually(
          async () =>
            expect((await tenantA.page()).freshness.state).toBe('stale'),
          { withinMs: 30_000 },
        );
        const { items, freshness } = await tenantA.page();
        expect(items.map(({ id }) => id)).toEqual(
          live.items.map(({ id }) => id),
        );
        expect(Date.parse(freshness.asOf)).toBeLessThan(Date.now() - 9_000);
        expect(freshness.clusters).toMatchObject([{ state: 'stale' }]);
      } finally {
        await backend.regainCluster();
      }
      await eventually(
        async () => {
          expect((await admin.page()).freshness.state).toBe('live');
          const { phase } = await tenantA.get('iris', 'tenant-a');
          expect(phase).toBe('Published');
        },
        { withinMs: RECOVERY_MS },
      );
    },
    3 * RECOVERY_MS,
  );

  it('refuse a cursor of a list in another order', async () => {
    await publishIris();
    const { status, text } = await tenantA.send(
      'GET',
      `/published-models?sort=tenant&cursor=${Buffer.from(
        '["model","asc","iris"]',
      ).toString('base64url')}`,
    );
    expect(status).toBe(400);
    expect(text).toContain('sorted by model');
  });
});
