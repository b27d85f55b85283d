import { tenantA } from '../client/callers';
import { eventually } from '../client/eventually';
import { callGateway, predict, readMetadata, SETOSA } from '../client/gateway';
import { COMPLETE, objectsOfPublication } from '../client/objects';
import { PortalClient } from '../client/PortalClient';
import { publishIris, withKey } from '../client/publishIris';
import { hostnames, modelsEcho } from '../client/target';

describe('publishing a model', () => {
  it("takes the guide's request and answers with address, key and warnings", async () => {
    const published = await tenantA.publish('iris', {
      tenantId: 'tenant-a',
      publicHostname: hostnames.usual,
      externalPath: '/models/iris',
      rateLimiting: {
        requestsPerMinute: 100,
        requestsPerHour: 5000,
        tokensPerHour: 100_000,
        burstLimit: 10,
      },
      authentication: { requireApiKey: true, allowedTenants: ['tenant-a'] },
    });

    expect(published).toMatchObject({
      modelName: 'iris',
      tenantId: 'tenant-a',
      modelType: 'traditional',
      effective: 'now',
      apiKeyReason: 'issued',
      warnings: [{ field: 'rateLimiting.tokensPerHour' }],
    });
    expect(published.apiKey).toMatch(/^mp_[0-9A-Za-z]{17}_[0-9A-Za-z]{49}$/);
    const url = new URL(published.externalUrl);
    expect(url.hostname).toBe(hostnames.usual);
    expect(url.pathname).toBe('/models/iris');
    expect(await objectsOfPublication(published.id)).toEqual(COMPLETE);
  });

  it('serves predictions to the holder of the key, in either header', async () => {
    const iris = await publishIris();
    const bearer = { Authorization: `Bearer ${iris.apiKey}` };

    for (const headers of [withKey(iris.apiKey), bearer]) {
      const answer = await predict(iris, headers);
      expect(answer.status).toBe(200);
      expect(JSON.parse(answer.text)).toEqual({ predictions: [0] });
    }
    const metadata = await readMetadata(iris, withKey(iris.apiKey));
    expect(metadata.status).toBe(200);
    expect(JSON.parse(metadata.text)).toMatchObject({ name: 'iris' });
  });

  it('serves nobody else', async () => {
    const iris = await publishIris();
    const refused: Array<Record<string, string>> = [
      {},
      withKey(''),
      withKey('mp_wrong'),
      withKey(`${iris.apiKey}x`),
      withKey(iris.apiKey.toLowerCase()),
      { Authorization: iris.apiKey.slice(0, -1) },
      { Authorization: 'Basic bW9kZWw6bW9kZWw=' },
      { 'x-client-id': `${iris.id}.tenant-a.${iris.apiKeyId}` },
    ];
    for (const headers of refused) {
      const statuses = [
        (await predict(iris, headers)).status,
        (await readMetadata(iris, headers)).status,
      ];
      expect({ headers: Object.keys(headers), statuses }).toEqual({
        headers: Object.keys(headers),
        statuses: [401, 401],
      });
    }
  });

  it.each([
    ['POST', '/models/iris'],
    ['GET', '/models/iris/predict'],
    ['POST', '/models/iris/ready'],
    ['POST', '/models/iris/predict/'],
    ['POST', '/models/iris/%70redict/x'],
    ['POST', '/v1/models/iris:predict'],
    ['GET', '/v1/models/iris'],
    ['GET', '/v1/models'],
    ['GET', '/v2/models/iris'],
    ['GET', '/v2/health/ready'],
    ['GET', '/'],
  ])('leads nowhere else: %s %s', async (method, path) => {
    const iris = await publishIris();
    const { status } = await callGateway(path, {
      method,
      headers: withKey(iris.apiKey),
      body: method === 'POST' ? SETOSA : undefined,
    });
    expect(status).toBe(404);
  });

  it('shows the publication without its key', async () => {
    const iris = await publishIris();
    const items = await tenantA.list();
    expect(items).toEqual([
      expect.objectContaining({ modelName: 'iris', tenantId: 'tenant-a' }),
    ]);
    const shown = await eventually(async () => {
      const detail = await tenantA.get('iris', 'tenant-a');
      expect(detail.phase).toBe('Published');
      return detail;
    });
    expect(shown).toMatchObject({
      apiKey: null,
      apiKeyId: iris.apiKeyId,
      apiKeyReason: 'not-revealed',
    });
    expect(JSON.stringify([items, shown])).not.toContain(iris.apiKey);
    const statuses = shown.conditions.map(({ type, status }) => [type, status]);
    expect(statuses).toEqual(
      expect.arrayContaining([
        ['ModelReady', 'True'],
        ['RouteAccepted', 'True'],
        ['KeysEnforced', 'True'],
        ['LimitsEnforced', 'True'],
      ]),
    );
  });

  it('replaces the key at once', async () => {
    const iris = await publishIris();
    const rotated = await tenantA.rotateKey('iris', 'tenant-a');
    expect(rotated).toMatchObject({
      previousKeyId: iris.apiKeyId,
      effective: 'now',
    });
    const newKey = String(rotated.apiKey);
    expect(newKey).not.toBe(iris.apiKey);
    expect((await predict(iris, withKey(newKey))).status).toBe(200);
    await eventually(async () =>
      expect((await predict(iris, withKey(iris.apiKey))).status).toBe(401),
    );
  });

  it('leaves nothing behind when it is taken back', async () => {
    const iris = await publishIris();
    expect(await tenantA.unpublish('iris', 'tenant-a')).toMatchObject({
      phase: 'Unpublished',
    });
    expect((await predict(iris, withKey(iris.apiKey))).status).toBe(404);
    expect((await predict(iris, {})).status).toBe(404);
    expect(await objectsOfPublication(iris.id)).toEqual([]);
    expect(await tenantA.list()).toEqual([]);
    const gone = await tenantA.send('GET', '/models/iris/publish');
    expect(gone.status).toBe(404);
  });

  it('can be repeated with the same address, and old keys stay dead', async () => {
    const first = await publishIris();
    await tenantA.unpublish('iris', 'tenant-a');
    const second = await publishIris();
    expect((await predict(second, withKey(second.apiKey))).status).toBe(200);
    expect((await predict(second, withKey(first.apiKey))).status).toBe(401);
  });

  it('is refused while it is published already', async () => {
    await publishIris();
    const again = await tenantA.send('POST', '/models/iris/publish', {
      config: { tenantId: 'tenant-a' },
    });
    expect(again.status).toBe(409);
  });

  it('has one winner when many ask at the same time', async () => {
    const answers = await Promise.all(
      Array.from({ length: 8 }, () =>
        tenantA.send('POST', '/models/iris/publish', {
          config: { tenantId: 'tenant-a' },
        }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([
      201, 409, 409, 409, 409, 409, 409, 409,
    ]);
    const [published] = await tenantA.list();
    expect(await objectsOfPublication(published?.id ?? '')).toEqual(COMPLETE);
  });

  it('gives a model key no right on the portal', async () => {
    const { apiKey } = await publishIris();
    const holder = new PortalClient(apiKey);
    expect((await holder.send('GET', '/published-models')).status).toBe(401);
  });
});

(modelsEcho ? describe : describe.skip)('a published model', () => {
  it('receives no credentials, and is told who calls, whatever the caller says', async () => {
    const iris = await publishIris();
    const answer = await predict(iris, {
      ...withKey(iris.apiKey),
      'x-client-id': 'somebody.else.entirely',
      'x-test-echo': '1',
    });
    expect(answer.status).toBe(200);
    const received = String(answer.headers['x-received-headers']);
    expect(JSON.parse(received)).toMatchObject({
      'x-client-id': `${iris.id}.tenant-a.${iris.apiKeyId}`,
    });
    expect(received).not.toContain(iris.apiKey);
    expect(Object.keys(JSON.parse(received))).not.toEqual(
      expect.arrayContaining(['x-api-key']),
    );
    expect(received).not.toContain('"authorization"');
  });
});
