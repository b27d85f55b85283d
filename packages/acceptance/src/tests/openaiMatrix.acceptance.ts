import { admin, tenantA, tenantB } from '../client/callers';
import { GatewayAnswer, predict } from '../client/gateway';
import { chat, publishChat } from '../client/publishChat';
import { publishIris, withKey } from '../client/publishIris';
import { hostnames, ifAiGateway } from '../client/target';

const TEST_MS = 180_000;
const SHARED = { allowedTenants: ['tenant-a', 'tenant-b'] };

/** One published model, with every key that there is or was for it. */
interface Subject {
  name: string;
  type: 'traditional' | 'openai';
  publicHostname: string;
  id: string;
  keys: { own: string; consumer?: string; replaced: string; revoked: string };
  call: (headers: Record<string, string>) => Promise<GatewayAnswer>;
}

/** Two traditional and two OpenAI-compatible models, half of them on another hostname, one of each for both tenants. */
async function subjects(): Promise<Subject[]> {
  const other = { publicHostname: hostnames.other };
  const irisA = await publishIris({ authentication: SHARED });
  const irisB = await publishIris(
    { ...other, tenantId: 'tenant-b', externalPath: '/models/iris-b' },
    tenantB,
  );
  const chatA = await publishChat({ authentication: SHARED });
  const chatB = await publishChat(
    { ...other, tenantId: 'tenant-b' },
    { model: 'chat2', caller: tenantB },
  );
  return Promise.all([
    subjectOf(irisA, headers => predict(irisA, headers)),
    subjectOf(irisB, headers => predict(irisB, headers)),
    subjectOf(chatA, headers => chat(chatA, headers)),
    subjectOf(chatB, headers => chat(chatB, headers)),
  ]);
}

async function subjectOf(
  published: Awaited<ReturnType<typeof publishIris>>,
  call: Subject['call'],
): Promise<Subject> {
  const { modelName, tenantId, modelType, publicHostname, id, apiKey } =
    published;
  const caller = tenantId === 'tenant-a' ? tenantA : tenantB;
  const own = await caller.rotateKey(modelName, tenantId);
  const revoked = await caller.createKey(modelName, tenantId);
  await caller.revokeKey(modelName, tenantId, String(revoked.apiKeyId));
  const isShared =
    published.authentication.allowedTenants.includes('tenant-b') &&
    tenantId === 'tenant-a';
  const consumer = isShared
    ? await admin.createKey(modelName, tenantId, { tenantId: 'tenant-b' })
    : undefined;
  return {
    name: `${tenantId}/${modelName}`,
    type: modelType,
    publicHostname,
    id,
    call,
    keys: {
      own: String(own.apiKey),
      replaced: apiKey,
      revoked: String(revoked.apiKey),
      ...(consumer && { consumer: String(consumer.apiKey) }),
    },
  };
}

/** A key of another model is unknown to a traditional one; the guard knows the keys of all OpenAI-compatible ones. */
const foreignStatus = (at: Subject, of: Subject) =>
  at.type === 'openai' && of.type === 'openai' ? 403 : 401;

/** Every cell: what is sent to a model, and what must come back. */
function cellsOf(at: Subject, all: Subject[]) {
  const spoofed = {
    'x-client-id': `${at.id}.tenant-a.k`,
    'x-ai-eg-model': 'x',
  };
  const { own, consumer, replaced, revoked } = at.keys;
  return [
    { what: 'its own key', headers: withKey(own), status: 200 },
    ...(consumer
      ? [{ what: "a consumer's key", headers: withKey(consumer), status: 200 }]
      : []),
    { what: 'no key', headers: {}, status: 401 },
    { what: 'its replaced key', headers: withKey(replaced), status: 401 },
    { what: 'its revoked key', headers: withKey(revoked), status: 401 },
    { what: 'spoofed headers, no key', headers: spoofed, status: 401 },
    {
      what: 'spoofed headers, own key',
      headers: { ...withKey(own), ...spoofed },
      status: 200,
    },
    ...all
      .filter(of => of !== at)
      .flatMap(of => [
        {
          what: `the key of ${of.name}`,
          headers: withKey(of.keys.own),
          status: foreignStatus(at, of),
        },
        {
          what: `the key of ${of.name} and spoofed headers`,
          headers: { ...withKey(of.keys.own), ...spoofed },
          status: foreignStatus(at, of),
        },
      ]),
  ];
}

ifAiGateway('with Envoy AI Gateway: on shared hostnames', () => {
  it(
    'each key opens its own model and no other, whatever else is sent',
    async () => {
      const all = await subjects();
      const expected: string[] = [];
      const seen: string[] = [];
      for (const at of all) {
        for (const { what, headers, status } of cellsOf(at, all)) {
          expected.push(`${at.name} with ${what}: ${status}`);
          const answer = await at.call(headers);
          seen.push(`${at.name} with ${what}: ${answer.status}`);
        }
      }
      expect(expected.length).toBeGreaterThanOrEqual(50);
      expect(seen).toEqual(expected);
    },
    TEST_MS,
  );
});
