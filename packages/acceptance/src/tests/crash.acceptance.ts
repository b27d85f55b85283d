import { backend } from '../client/backend';
import { tenantA } from '../client/callers';
import { eventually } from '../client/eventually';
import { predict } from '../client/gateway';
import { COMPLETE, objectsOfPublication } from '../client/objects';
import { publishIris, PublishedIris, withKey } from '../client/publishIris';

/** Everything that was begun is finished or undone within this time after a restart. */
const CONVERGENCE_MS = 30_000;
const TEST_MS = 180_000;

/** After how many writes the backend dies: a few for every run, all of them when asked for. */
const cuts = (all: number, few: number[]) =>
  process.env.ACCEPTANCE_ALL_CUTS
    ? Array.from({ length: all }, (_, index) => index + 1)
    : few;

/** Publications before and after have the same id and address. */
async function idAndAddress(): Promise<PublishedIris> {
  const iris = await publishIris();
  await tenantA.unpublish('iris', 'tenant-a');
  return iris;
}

/** Kills the backend within an operation, after a number of writes, and starts it again. */
async function cutWithin(
  killAfter: number,
  operation: () => Promise<unknown>,
): Promise<void> {
  await backend.untilItWritesNothing();
  await backend.countWrites({ killAfter });
  await operation().catch(() => {});
  // Otherwise the operation needs fewer writes than this test believes.
  expect(await backend.writes()).toBeGreaterThanOrEqual(killAfter);
  await backend.kill();
  await backend.countWrites();
  await backend.start();
}

/** Fully there, with a key to be had, or not there at all. */
async function expectWholeOrNothing(
  iris: PublishedIris,
): Promise<'whole' | 'nothing'> {
  const found = await eventually(
    async () => {
      const objects = await objectsOfPublication(iris.id);
      const listed = await tenantA.list();
      const phases = listed.map(({ phase }) => phase);
      expect([
        { objects: COMPLETE, phases: ['Published'] },
        { objects: [], phases: [] },
      ]).toContainEqual({ objects, phases });
      return objects;
    },
    { withinMs: CONVERGENCE_MS },
  );
  if (found.length === 0) {
    expect((await predict(iris, {})).status).toBe(404);
    return 'nothing';
  }
  const { apiKey } = await tenantA.rotateKey('iris', 'tenant-a');
  expect((await predict(iris, withKey(String(apiKey)))).status).toBe(200);
  expect((await predict(iris, {})).status).toBe(401);
  return 'whole';
}

describe('a backend that is killed', () => {
  it.each(cuts(10, [1, 2, 3, 5, 7, 9]))(
    'while it publishes, after write %d, leaves a whole publication or none',
    async killAfter => {
      const iris = await idAndAddress();
      await cutWithin(killAfter, () => publishIris());
      await expectWholeOrNothing(iris);
      // Nothing that is left over stands in the way of the next attempt.
      await tenantA.send('DELETE', '/models/iris/publish');
      const again = await publishIris();
      expect((await predict(again, withKey(again.apiKey))).status).toBe(200);
    },
    TEST_MS,
  );

  it.each(cuts(9, [1, 3, 6]))(
    'while it unpublishes, after write %d, finishes that',
    async killAfter => {
      const iris = await publishIris();
      await cutWithin(killAfter, () => tenantA.unpublish('iris', 'tenant-a'));
      expect(await expectWholeOrNothing(iris)).toBe('nothing');
      expect((await predict(iris, withKey(iris.apiKey))).status).toBe(404);
    },
    TEST_MS,
  );

  it.each(cuts(5, [1, 3]))(
    'while it replaces a key, after write %d, leaves a key that can be replaced',
    async killAfter => {
      const iris = await publishIris();
      await cutWithin(killAfter, () => tenantA.rotateKey('iris', 'tenant-a'));
      expect(await expectWholeOrNothing(iris)).toBe('whole');
      await eventually(async () =>
        expect((await predict(iris, withKey(iris.apiKey))).status).toBe(401),
      );
    },
    TEST_MS,
  );

  it(
    'leaves its published models at work',
    async () => {
      const iris = await publishIris();
      await backend.kill();
      try {
        expect((await predict(iris, withKey(iris.apiKey))).status).toBe(200);
        expect((await predict(iris, {})).status).toBe(401);
      } finally {
        await backend.start();
      }
      expect((await predict(iris, withKey(iris.apiKey))).status).toBe(200);
      expect((await tenantA.get('iris', 'tenant-a')).apiKeyId).toBe(
        iris.apiKeyId,
      );
    },
    TEST_MS,
  );
});
