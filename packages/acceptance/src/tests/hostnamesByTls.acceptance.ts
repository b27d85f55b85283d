import { readFileSync } from 'node:fs';
import { tenantA, tenantB } from '../client/callers';
import { eventually } from '../client/eventually';
import { callGateway, predict, SETOSA } from '../client/gateway';
import { readListeners } from '../client/gatewayListeners';
import { kubernetes } from '../client/kubernetes';
import { errorOf } from '../client/PortalClient';
import { chat, publishChat } from '../client/publishChat';
import { publishIris, withKey } from '../client/publishIris';
import { target } from '../client/target';

/** Skipped where nothing listens with TLS; the names say so. */
const { tls } = target;
const ifTls = tls ? describe : describe.skip;
const { hostname, ofTenantA, secret, secretOfTenantA } = tls ?? {
  hostname: '',
  ofTenantA: '',
  secret: '',
  secretOfTenantA: '',
};

const publishOn = (publicHostname: string) => publishIris({ publicHostname });

async function putCertificate(name: string): Promise<void> {
  const base64 = (file = '') => readFileSync(file).toString('base64');
  await kubernetes.create('secrets', {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name },
    type: 'kubernetes.io/tls',
    data: {
      'tls.crt': base64(tls?.certificateFile),
      'tls.key': base64(tls?.keyFile),
    },
  });
}

async function dropCertificates(): Promise<void> {
  for (const name of [secret, secretOfTenantA]) {
    if (await kubernetes.find('secrets', name)) {
      await kubernetes.delete('secrets', name);
    }
  }
}

ifTls('a custom hostname with a certificate (needs GATEWAY_HTTPS_URL)', () => {
  beforeAll(dropCertificates);
  afterEach(dropCertificates);

  it('serves by TLS, and never without', async () => {
    await putCertificate(secret);
    const before = await readListeners();
    const iris = await publishOn(hostname);
    expect(iris).toMatchObject({
      externalUrl: `https://${hostname}/models/iris`,
      effective: 'now',
    });
    expect((await predict(iris, withKey(iris.apiKey))).status).toBe(200);
    expect((await predict(iris, {})).status).toBe(401);
    const inTheClear = await callGateway(`${iris.externalPath}/predict`, {
      method: 'POST',
      host: hostname,
      connectAs: 'localhost',
      headers: withKey(iris.apiKey),
      body: SETOSA,
    });
    expect(inTheClear.status).toBe(404);
    await eventually(async () => {
      const { phase, conditions } = await tenantA.get('iris', 'tenant-a');
      expect(conditions).toContainEqual(
        expect.objectContaining({ type: 'Reachable', reason: 'Guarded' }),
      );
      expect(phase).toBe('Published');
    });
    const { ours, platform } = await readListeners();
    expect(ours).toHaveLength(1);
    expect(platform).toEqual(before.platform);
    await tenantA.unpublish('iris', 'tenant-a');
    expect(await readListeners()).toEqual(before);
  });

  it('says which certificate is missing, and heals when it is there', async () => {
    const iris = await publishOn(hostname);
    expect(iris.effective).toBe('pending');
    await eventually(async () => {
      const { phase, conditions } = await tenantA.get('iris', 'tenant-a');
      expect(phase).toBe('Degraded');
      expect(conditions).toContainEqual(
        expect.objectContaining({
          type: 'RouteAccepted',
          status: 'False',
          reason: 'InvalidCertificateRef',
          message: expect.stringContaining(secret),
          advice: expect.stringContaining('kubernetes.io/tls'),
        }),
      );
    });
    await putCertificate(secret);
    await eventually(
      async () => {
        expect((await predict(iris, withKey(iris.apiKey))).status).toBe(200);
        const { phase } = await tenantA.get('iris', 'tenant-a');
        expect(phase).toBe('Published');
      },
      { withinMs: 30_000 },
    );
  });

  it('may be a name below a wildcard, for its tenant alone', async () => {
    await putCertificate(secretOfTenantA);
    const publicHostname = ofTenantA.replace('*', 'iris');
    const answer = await tenantB.send('POST', '/models/iris/publish', {
      config: { tenantId: 'tenant-b', publicHostname },
    });
    expect(answer.status).toBe(422);
    expect(errorOf(answer).details).toMatchObject([
      { field: 'config.publicHostname' },
    ]);
    const iris = await publishOn(publicHostname);
    expect((await predict(iris, withKey(iris.apiKey))).status).toBe(200);
    const { ours } = await readListeners();
    expect(ours.map(listener => listener.hostname)).toEqual([ofTenantA]);
    const other = { ...iris, publicHostname: ofTenantA.replace('*', 'other') };
    expect((await predict(other, withKey(iris.apiKey))).status).toBe(404);
  });
});

const ifTlsAndAi = tls && target.hasAiGateway ? describe : describe.skip;

ifTlsAndAi(
  'a custom hostname of an OpenAI-compatible model (needs GATEWAY_HTTPS_URL and Envoy AI Gateway)',
  () => {
    beforeAll(dropCertificates);
    afterEach(dropCertificates);

    it('serves it beside another model, each with its own key', async () => {
      await putCertificate(secret);
      const iris = await publishOn(hostname);
      const published = await publishChat({ publicHostname: hostname });
      expect(published.openai.baseUrl).toBe(`https://${hostname}/v1`);
      expect(published.effective).toBe('now');
      const key = withKey(published.apiKey);
      expect((await chat(published, key)).status).toBe(200);
      expect((await chat(published, {})).status).toBe(401);
      expect((await chat(published, withKey(iris.apiKey))).status).toBe(401);
      expect((await predict(iris, key)).status).toBe(401);
      const models = await callGateway('/v1/models', {
        host: hostname,
        headers: key,
      });
      expect(models.status).toBe(403);
    });
  },
);
