import { backend } from '../client/backend';
import { tenantA } from '../client/callers';
import { eventually } from '../client/eventually';
import { predict } from '../client/gateway';
import { COMPLETE, objectsOfPublication } from '../client/objects';
import { publishIris, PublishedIris, withKey } from '../client/publishIris';

/** Everything that was begun is finished or undone within this time after a restart. */
const CONVERGENCE_MS = 30_000;
const TEST_MS = 900_000;

interface Outcome {
  /** What there was before the operation; its id and address are the same for every cut. */
  iris: PublishedIris;
  /** Whether there is a publication in the end. */
  isThere: boolean;
}

interface Operation {
  /** Whether iris is published when it begins. */
  onPublished: boolean;
  act: (iris: PublishedIris) => Promise<unknown>;
  /** Beyond being whole or absent. */
  check: (outcome: Outcome) => Promise<void>;
}

const statusAt = async (
  address: { publicHostname: string; externalPath: string },
  apiKey?: string | null,
) => (await predict(address, apiKey ? withKey(apiKey) : {})).status;

const MOVED = '/models/iris-moved';

/** The key from before works, at the address that the portal names and at no other. */
async function expectServedAsListed({ iris, isThere }: Outcome): Promise<void> {
  expect(isThere).toBe(true);
  const { externalPath, publicHostname } = await tenantA.get(
    'iris',
    'tenant-a',
  );
  const otherPath = externalPath === MOVED ? iris.externalPath : MOVED;
  expect(await statusAt({ externalPath, publicHostname }, iris.apiKey)).toBe(
    200,
  );
  expect(
    await statusAt({ publicHostname, externalPath: otherPath }, iris.apiKey),
  ).toBe(404);
}

/** The gateway takes exactly the keys that the portal calls active. */
async function expectKeysAsListed(iris: PublishedIris): Promise<string[]> {
  const keys = await tenantA.listKeys('iris', 'tenant-a');
  const active = keys.filter(({ state }) => state === 'active');
  const hasFirst = active.some(({ id }) => id === iris.apiKeyId);
  await eventually(async () =>
    expect(await statusAt(iris, iris.apiKey)).toBe(hasFirst ? 200 : 401),
  );
  return active.map(({ id }) => id);
}

const OPERATIONS: Record<string, Operation> = {
  publishes: {
    onPublished: false,
    act: () => publishIris(),
    check: async () => {
      // Nothing that is left over stands in the way of the next attempt.
      await tenantA.send('DELETE', '/models/iris/publish');
      const again = await publishIris();
      expect(await statusAt(again, again.apiKey)).toBe(200);
    },
  },
  unpublishes: {
    onPublished: true,
    act: () => tenantA.unpublish('iris', 'tenant-a'),
    check: async ({ iris, isThere }) => {
      expect(isThere).toBe(false);
      expect(await statusAt(iris, iris.apiKey)).toBe(404);
    },
  },
  'replaces a key at once': {
    onPublished: true,
    act: () => tenantA.rotateKey('iris', 'tenant-a', 'now'),
    check: async ({ iris }) => {
      // The first write only notes a key that nobody has; after it, either the old key or the new one is left.
      await eventually(
        async () => expect(await expectKeysAsListed(iris)).toHaveLength(1),
        { withinMs: CONVERGENCE_MS },
      );
    },
  },
  'replaces a key after a while': {
    onPublished: true,
    act: () => tenantA.rotateKey('iris', 'tenant-a', '1h'),
    check: async ({ iris }) => {
      expect(await expectKeysAsListed(iris)).toContain(iris.apiKeyId);
    },
  },
  'revokes a key': {
    onPublished: true,
    act: iris => tenantA.revokeKey('iris', 'tenant-a', String(iris.apiKeyId)),
    check: async ({ iris }) => {
      expect(await expectKeysAsListed(iris)).toEqual([]);
    },
  },
  'changes limits': {
    onPublished: true,
    act: () =>
      tenantA.update('iris', 'tenant-a', { rateLimiting: { burstLimit: 900 } }),
    check: expectServedAsListed,
  },
  'moves a model': {
    onPublished: true,
    act: () => tenantA.update('iris', 'tenant-a', { externalPath: MOVED }),
    check: expectServedAsListed,
  },
};

/** How many writes an operation makes, when nothing comes in between. */
async function writesOf({ onPublished, act }: Operation): Promise<number> {
  const iris = await publishIris();
  if (!onPublished) {
    await tenantA.unpublish('iris', 'tenant-a');
  }
  await backend.untilItWritesNothing();
  await backend.countWrites();
  await act(iris);
  const count = await backend.writes();
  await tenantA.send('DELETE', '/models/iris/publish');
  return count;
}

/** After which writes the backend dies: all when asked for, otherwise one in the middle and the last. */
function cutsOf(writes: number): number[] {
  return process.env.ACCEPTANCE_ALL_CUTS
    ? Array.from({ length: writes }, (_, index) => index + 1)
    : [...new Set([Math.ceil(writes / 2), writes])];
}

/** Kills the backend within an operation, after a number of writes, and starts it again. */
async function cutWithin(
  killAfter: number,
  operation: () => Promise<unknown>,
): Promise<void> {
  await backend.untilItWritesNothing();
  await backend.countWrites({ killAfter });
  await operation().catch(() => {});
  // Otherwise the operation needs fewer writes than it did before.
  expect(await backend.writes()).toBeGreaterThanOrEqual(killAfter);
  await backend.kill();
  await backend.countWrites();
  await backend.start();
}

/** Fully there or not there at all, with nothing over. */
async function isWhole({ id }: PublishedIris): Promise<boolean> {
  return eventually(
    async () => {
      const objects = await objectsOfPublication(id);
      const listed = await tenantA.list();
      const seen = listed.map(({ phase, retiringAddresses }) => ({
        phase,
        retiringAddresses,
      }));
      expect([
        {
          objects: COMPLETE,
          seen: [{ phase: 'Published', retiringAddresses: [] }],
        },
        { objects: [], seen: [] },
      ]).toContainEqual({ objects, seen });
      return objects.length > 0;
    },
    { withinMs: CONVERGENCE_MS },
  );
}

describe('a backend that is killed', () => {
  it.each(Object.entries(OPERATIONS))(
    'while it %s leaves a whole publication or none',
    async (_, operation) => {
      const cuts = cutsOf(await writesOf(operation));
      for (const killAfter of cuts) {
        const iris = await publishIris();
        if (!operation.onPublished) {
          await tenantA.unpublish('iris', 'tenant-a');
        }
        await cutWithin(killAfter, () => operation.act(iris));
        const isThere = await isWhole(iris);
        expect(await statusAt(iris)).not.toBe(200);
        await operation.check({ iris, isThere });
        await tenantA.send('DELETE', '/models/iris/publish');
      }
    },
    TEST_MS,
  );

  it(
    'leaves its published models at work',
    async () => {
      const iris = await publishIris();
      await backend.kill();
      try {
        expect(await statusAt(iris, iris.apiKey)).toBe(200);
        expect(await statusAt(iris)).toBe(401);
      } finally {
        await backend.start();
      }
      expect(await statusAt(iris, iris.apiKey)).toBe(200);
      expect((await tenantA.get('iris', 'tenant-a')).apiKeyId).toBe(
        iris.apiKeyId,
      );
    },
    TEST_MS,
  );
});
