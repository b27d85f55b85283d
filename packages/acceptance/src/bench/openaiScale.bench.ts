import { setTimeout as sleep } from 'node:timers/promises';
import { admin, tenantA } from '../client/callers';
import { eventually } from '../client/eventually';
import { chat, publishChat, PublishedChat } from '../client/publishChat';
import { withKey } from '../client/publishIris';
import { copiesOfChat } from './copiesOfChat';
import { EnvoyFigures, envoyFigures } from './envoyFigures';
import { inTurns } from './inTurns';

const TENANT = 'tenant-a';
const KEYS_OF_MODEL = Number(process.env.BENCH_KEYS ?? 10);
/** How many OpenAI-compatible models are published, chat included. */
const SCALES = (process.env.BENCH_SCALES ?? '2,50,200').split(',').map(Number);
const REVOCATIONS = 20;
const ANSWERS = 200;
const CALLS_AT_ONCE = 8;
const POLL_MS = 4;

interface Row extends Omit<EnvoyFigures, 'receivedBytes'> {
  models: number;
  keys: number;
  /** What Envoy Gateway sends to Envoy for one key that comes or goes. */
  updateBytes: number;
  /** Milliseconds from sending the revocation to the first refusal, sorted. */
  revocationMs: number[];
  /** Milliseconds of whole chat completions, sorted. */
  answerMs: number[];
  /** Milliseconds from sending the publish request until the model answers. */
  publishMs: number;
}

const say = (text: string) => process.stdout.write(`${text}\n`);
const copyName = (index: number) => `bench-${String(index).padStart(3, '0')}`;
const ascending = (values: number[]) => [...values].sort((a, b) => a - b);
const quantile = (sorted: number[], share: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;

async function publishWithKeys(model: string): Promise<void> {
  const before = Date.now();
  await tenantA.publish(model, { tenantId: TENANT });
  for (let key = 1; key < KEYS_OF_MODEL; key++) {
    await tenantA.createKey(model, TENANT);
  }
  say(`  ${model}: ${Date.now() - before} ms`);
}

async function timeRevocation(publication: PublishedChat): Promise<number> {
  const { apiKey, apiKeyId } = await tenantA.createKey('chat', TENANT);
  const headers = withKey(String(apiKey));
  await eventually(
    async () => expect((await chat(publication, headers)).status).toBe(200),
    { withinMs: 60_000 },
  );
  const sent = Date.now();
  const revoked = tenantA.revokeKey('chat', TENANT, String(apiKeyId));
  while ((await chat(publication, headers)).status !== 401) {
    await sleep(POLL_MS);
  }
  const took = Date.now() - sent;
  await revoked;
  return took;
}

async function timed(task: () => Promise<unknown>): Promise<number> {
  const before = performance.now();
  await task();
  return performance.now() - before;
}

async function measure(
  publication: PublishedChat,
  models: number,
): Promise<Row> {
  const revocationMs: number[] = [];
  const before = await envoyFigures();
  for (let n = 0; n < REVOCATIONS; n++) {
    revocationMs.push(await timeRevocation(publication));
  }
  const after = await envoyFigures();
  const answerMs: number[] = [];
  for (let n = 0; n < ANSWERS; n++) {
    answerMs.push(
      await timed(() => chat(publication, withKey(publication.apiKey))),
    );
  }
  const extra = `bench-after-${models}`;
  await copiesOfChat.create(extra);
  const publishMs = await timed(() =>
    eventually(() => tenantA.publish(extra, { tenantId: TENANT })),
  );
  await tenantA.unpublish(extra, TENANT);
  return {
    models,
    keys: models * KEYS_OF_MODEL,
    revocationMs: ascending(revocationMs),
    answerMs: ascending(answerMs),
    publishMs,
    configBytes: before.configBytes,
    memoryBytes: before.memoryBytes,
    // Each key comes and goes.
    updateBytes:
      (after.receivedBytes - before.receivedBytes) / (2 * REVOCATIONS),
  };
}

function show(rows: Row[]): void {
  say(
    '| models | keys | update MB | config MB | Envoy MB | revocation p50 / max ms | answer p50 / p99 ms | publish s |',
  );
  for (const row of rows) {
    const megabytes = (bytes: number) => (bytes / 1e6).toFixed(2);
    const revocation = `${quantile(row.revocationMs, 0.5)} / ${quantile(
      row.revocationMs,
      1,
    )}`;
    const answer = `${quantile(row.answerMs, 0.5).toFixed(1)} / ${quantile(
      row.answerMs,
      0.99,
    ).toFixed(1)}`;
    say(
      `| ${row.models} | ${row.keys} | ${megabytes(
        row.updateBytes,
      )} | ${megabytes(row.configBytes)} | ${megabytes(
        row.memoryBytes,
      )} | ${revocation} | ${answer} | ${(row.publishMs / 1000).toFixed(1)} |`,
    );
  }
}

describe('OpenAI-compatible models that share a gateway', () => {
  afterAll(async () => {
    const left = await admin.page('?limit=200');
    const more = await admin.page('?limit=200&sort=model&order=desc');
    const names = new Set(
      [...left.items, ...more.items].map(({ modelName }) => modelName),
    );
    await inTurns([...names], CALLS_AT_ONCE, name =>
      admin.send('DELETE', `/models/${name}/publish?tenant=${TENANT}`),
    );
    await copiesOfChat.remove();
  });

  it(`cost what they do with ${KEYS_OF_MODEL} keys each`, async () => {
    await copiesOfChat.remove();
    const publication = await publishChat();
    for (let key = 1; key < KEYS_OF_MODEL; key++) {
      await tenantA.createKey('chat', TENANT);
    }
    const rows: Row[] = [];
    let published = 1;
    for (const models of SCALES) {
      say(`${models} models:`);
      const first = published;
      const names = Array.from({ length: models - first }, (_, index) =>
        copyName(first + index),
      );
      await inTurns(names, CALLS_AT_ONCE, copiesOfChat.create);
      await eventually(async () => {
        const { status } = await tenantA.send(
          'GET',
          `/models/${names.at(-1)}?tenant=${TENANT}`,
        );
        expect(status).toBe(200);
      });
      await inTurns(names, CALLS_AT_ONCE, publishWithKeys);
      published = models;
      rows.push(await measure(publication, models));
      show(rows);
    }
    expect(rows.map(({ models }) => models)).toEqual(SCALES);
  });
});
