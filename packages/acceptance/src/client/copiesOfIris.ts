import { createHash, randomUUID } from 'node:crypto';
import { admin } from './callers';
import { eventually } from './eventually';
import { kubernetes } from './kubernetes';
import { publishIris } from './publishIris';

/** How many requests to the cluster are on their way at once. */
const AT_ONCE = 20;
/** The backend sees what is written within a second; it has other things to do meanwhile. */
const SEEN_MS = 120_000;

/** Publications without models and keys, for what is about their number alone. */
export interface Copies {
  /** Takes them away again, and waits until the backend has seen that. */
  remove(): Promise<void>;
}

/**
 * Writes states like that of tenant-a's iris, under the names copy-00001, copy-00002 and so on, and waits until the
 * backend lists them.
 */
export async function copiesOfIris(count: number): Promise<Copies> {
  const { id } = await publishIris();
  const original = await kubernetes.get(
    'secrets',
    `published-model-iris-${id}`,
  );
  const state = JSON.parse(
    Buffer.from(original.data?.state ?? '', 'base64').toString(),
  );
  const copies = Array.from({ length: count }, (_, index) => {
    const model = `copy-${String(index + 1).padStart(5, '0')}`;
    const copyId = createHash('sha256')
      .update(`tenant-a/InferenceService/${model}`)
      .digest('hex')
      .slice(0, 32);
    return { model, id: copyId, name: `published-model-${model}-${copyId}` };
  });
  const remove = async () => {
    await inParallel(copies, ({ name }) => kubernetes.delete('secrets', name));
    await admin.unpublish('iris', 'tenant-a');
    await untilListed(0);
  };
  await inParallel(copies, ({ model, id: copyId, name }) =>
    kubernetes.create('secrets', {
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: {
        name,
        labels: {
          ...original.metadata.labels,
          'inference-portal.io/publication': copyId,
          'inference-portal.io/model': model,
        },
      },
      type: 'inference-portal.io/publication-state',
      data: {
        state: Buffer.from(
          JSON.stringify({
            ...state,
            id: copyId,
            uid: randomUUID(),
            model,
            configuration: {
              ...state.configuration,
              externalPath: `/models/${model}`,
            },
            keyring: [],
          }),
        ).toString('base64'),
      },
    }),
  );
  await untilListed(count + 1);
  return { remove };
}

async function untilListed(count: number): Promise<void> {
  await eventually(
    async () => {
      const { totalItems } = await admin.page('?limit=1');
      expect(totalItems).toBe(count);
    },
    { withinMs: SEEN_MS },
  );
}

async function inParallel<Item>(
  items: Item[],
  work: (item: Item) => Promise<unknown>,
): Promise<void> {
  const waiting = items.values();
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (const item of waiting) {
        await work(item);
      }
    }),
  );
}
