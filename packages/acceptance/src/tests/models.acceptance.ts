import {
  getModelOperation,
  listModelsOperation,
} from '@inference-portal/plugin-model-publishing-common';
import { admin, tenantA, tenantB } from '../client/callers';
import { eventually } from '../client/eventually';
import { callGateway } from '../client/gateway';
import { objectsOfPublication } from '../client/objects';
import { errorOf, PortalClient } from '../client/PortalClient';
import { publishIris, WIDE_LIMITS, withKey } from '../client/publishIris';
import { target } from '../client/target';

async function list(caller: PortalClient, query = 'limit=200') {
  const answer = await caller.send('GET', `/models?${query}`);
  expect(answer.status).toBe(200);
  return listModelsOperation.response.parse(answer.body);
}

async function get(caller: PortalClient, model: string, query = '') {
  const answer = await caller.send('GET', `/models/${model}${query}`);
  expect(answer.status).toBe(200);
  return getModelOperation.response.parse(answer.body);
}

const placesIn = ({ items }: Awaited<ReturnType<typeof list>>) =>
  items.map(({ tenantId, name }) => `${tenantId}/${name}`);

describe('models', () => {
  it('are listed to those who own them, by what is asked for', async () => {
    await publishIris();
    const own = await list(tenantA);
    expect(own.freshness.state).toBe('live');
    expect(placesIn(own)).toEqual(
      expect.arrayContaining(['tenant-a/broken', 'tenant-a/iris']),
    );
    expect(new Set(own.items.map(({ tenantId }) => tenantId))).toEqual(
      new Set(['tenant-a']),
    );
    expect(placesIn(await list(tenantA, 'published=true'))).toEqual([
      'tenant-a/iris',
    ]);
    expect(
      placesIn(await list(tenantA, 'published=false&ready=true')),
    ).not.toContain('tenant-a/iris');
    expect(placesIn(await list(tenantA, 'ready=false&q=BROK'))).toEqual([
      'tenant-a/broken',
    ]);
    const named = await list(admin, 'name=iris&sort=tenant&order=desc');
    expect(placesIn(named)).toEqual(['tenant-b/iris', 'tenant-a/iris']);
  });

  it('are turned over page by page', async () => {
    const all = placesIn(await list(admin));
    const seen: string[] = [];
    let cursor = '';
    do {
      const page = await list(admin, `limit=2${cursor}`);
      seen.push(...placesIn(page));
      cursor = page.nextCursor ? `&cursor=${page.nextCursor}` : '';
    } while (cursor);
    expect(seen).toEqual(all);
  });

  it('are described with what decided their type, and with what is published', async () => {
    const iris = await publishIris();
    const model = await get(tenantA, 'iris');
    expect(model).toMatchObject({
      tenantId: 'tenant-a',
      modelType: 'traditional',
      modelTypeRule: expect.stringContaining('sklearn'),
      ready: true,
      deploymentMode: 'Standard',
      published: true,
      publication: { id: iris.id, externalUrl: iris.externalUrl },
    });
    expect(JSON.stringify(model)).not.toContain(iris.apiKey);
    expect(await get(tenantB, 'iris')).toMatchObject({
      tenantId: 'tenant-b',
      published: false,
    });
  });

  it("say in KServe's words why they are not ready, and why they cannot be published", async () => {
    expect(await get(tenantA, 'broken')).toMatchObject({
      ready: false,
      reason: expect.stringContaining('MinimumReplicasUnavailable'),
      problem: { reason: 'ServiceMissing' },
      published: false,
    });
  });

  it('of one name are offered to choose from, to whom they are ambiguous', async () => {
    const answer = await admin.send('GET', '/models/iris');
    expect(answer.status).toBe(409);
    expect(errorOf(answer).message).toMatch(
      /\?tenant=tenant-a&cluster=.+\?tenant=tenant-b&cluster=/,
    );
    expect(await get(admin, 'iris', '?tenant=tenant-b')).toMatchObject({
      tenantId: 'tenant-b',
    });
  });
});

const onSandbox = target.kind === 'sandbox' ? describe : describe.skip;

onSandbox(
  'on the sandbox only, which has such models: a published model',
  () => {
    const measuresOf = (row: number[]) => ({ instances: [row] });
    const centimetres = measuresOf([5.1, 3.5, 1.4, 0.2]);
    const millimetres = measuresOf([51, 35, 14, 2]);

    async function publish(
      caller: PortalClient,
      model: string,
      tenantId: string,
    ) {
      const published = await caller.publish(model, {
        tenantId,
        rateLimiting: WIDE_LIMITS,
      });
      const headers = withKey(String(published.apiKey));
      const { publicHostname: host, externalPath } = published;
      const predict = (body: unknown, sent: Record<string, string> = headers) =>
        callGateway(`${externalPath}/predict`, {
          method: 'POST',
          host,
          headers: sent,
          body,
        });
      return { ...published, predict };
    }

    it('in Knative mode answers at its address, to holders of a key', async () => {
      const {
        predict,
        externalPath,
        publicHostname: host,
      } = await publish(tenantA, 'flowers', 'tenant-a');
      expect(await predict(centimetres)).toMatchObject({
        status: 200,
        text: '{"predictions":[0]}',
      });
      expect((await predict(centimetres, {})).status).toBe(401);
      expect((await callGateway(externalPath, { host })).status).toBe(401);
    });

    it('behind a transformer answers through it', async () => {
      const { predict } = await publish(tenantB, 'flowers-mm', 'tenant-b');
      expect((await predict(millimetres)).text).toBe('{"predictions":[0]}');
      expect((await predict(centimetres)).status).toBe(200);
    });

    const SERVICE = '/api/v1/namespaces/tenant-a/services/flowers-predictor';

    async function pointServiceTo(externalName: string): Promise<void> {
      const response = await fetch(`${target.kubernetesUrl}${SERVICE}`, {
        method: 'PATCH',
        headers: { 'Content-Type': 'application/merge-patch+json' },
        body: JSON.stringify({ spec: { externalName } }),
      });
      expect(response.status).toBe(200);
    }

    it('in Knative mode loses its route when its Service stands for another place', async () => {
      const { id, predict } = await publish(tenantA, 'flowers', 'tenant-a');
      try {
        await pointServiceTo('iris-predictor.tenant-b.svc.cluster.local');
        await eventually(async () =>
          expect((await objectsOfPublication(id)).join()).not.toMatch(
            /httproutes|backends/,
          ),
        );
        expect((await predict(centimetres)).status).toBe(404);
        expect(await get(tenantA, 'flowers')).toMatchObject({
          problem: { reason: 'ServiceNotLocalGateway' },
          publication: { phase: 'Degraded' },
        });
      } finally {
        await pointServiceTo(
          'knative-local-gateway.istio-system.svc.cluster.local',
        );
      }
      await eventually(async () =>
        expect((await predict(centimetres)).status).toBe(200),
      );
    });
  },
);
