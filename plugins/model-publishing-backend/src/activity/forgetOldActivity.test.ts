import { describeOnDatabases } from '../__testUtils__/describeOnDatabases';
import { anActivity } from './__testUtils__/anActivity';
import { DatabaseActivityStore } from './DatabaseActivityStore';
import {
  ACTIVITY_MEMORY_MS,
  forgetOldActivity,
  KEPT_OF_EACH_ACTION,
} from './forgetOldActivity';
import { DatabasePhaseStore } from './PhaseStore';

const NOW = Date.parse('2026-06-01T12:00:00Z');

describeOnDatabases('old activity', database => {
  const store = () => new DatabaseActivityStore(database());
  const forget = () =>
    forgetOldActivity(database(), {
      now: new Date(NOW),
      published: () => ['one'],
    });
  const kept = async (request: { uid?: string; action?: string } = {}) =>
    store().page({ uid: 'one', limit: 200, ...request });

  it('is forgotten after its time', async () => {
    await store().append(
      [-1, 1].map(ms =>
        anActivity({ at: new Date(NOW - ACTIVITY_MEMORY_MS + ms) }),
      ),
    );
    await forget();
    expect((await kept()).items.map(({ at }) => Date.parse(at))).toEqual([
      NOW - ACTIVITY_MEMORY_MS + 1,
    ]);
  });

  it('is forgotten when there is too much of the same, and nothing else is pushed out', async () => {
    await store().append([anActivity({ at: new Date(NOW - 10_000) })]);
    for (let part = 0; part < 11; part++) {
      await store().append(
        Array.from({ length: KEPT_OF_EACH_ACTION / 10 }, () =>
          anActivity({
            action: 'key-reveal',
            at: new Date(NOW - 1_000 + part),
          }),
        ),
      );
    }
    await store().append([
      anActivity({ uid: 'two', action: 'key-reveal', at: new Date(NOW - 1e6) }),
    ]);
    await forget();
    const reveals = await kept({ action: 'key-reveal' });
    expect(reveals.totalItems).toBe(KEPT_OF_EACH_ACTION);
    expect(reveals.items[0]?.at).toBe(new Date(NOW - 990).toISOString());
    expect((await kept({ action: 'key-rotate' })).totalItems).toBe(1);
    expect((await kept({ uid: 'two' })).totalItems).toBe(1);
  });

  it('and phases of what is not published any more are forgotten', async () => {
    const phases = new DatabasePhaseStore(database());
    await phases.change('one', 'Published');
    await phases.change('two', 'Published');
    await forget();
    expect([...(await phases.readAll())]).toEqual([['one', 'Published']]);
  });
});
