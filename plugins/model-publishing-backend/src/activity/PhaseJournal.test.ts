import { mockServices } from '@backstage/backend-test-utils';
import { NewActivity } from './ActivityJournal';
import { PhaseJournal } from './PhaseJournal';

/** @param known - phases that were told before this start */
function aPhaseJournal(known: Record<string, string> = {}) {
  const stored = new Map(Object.entries(known));
  const noted: NewActivity[] = [];
  let pass = () => {};
  const passed = new Promise<void>(resolve => {
    pass = resolve;
  });
  const phases = new PhaseJournal({
    logger: mockServices.logger.mock(),
    journal: { note: activity => noted.push(activity) },
    store: {
      readAll: async () => new Map(stored),
      change: async (uid, phase) => {
        const isNew = stored.get(uid) !== phase;
        stored.set(uid, phase);
        return isNew;
      },
    },
    sleep: (_, signal) =>
      Promise.race([
        passed,
        new Promise<void>(resolve => {
          signal.addEventListener('abort', () => resolve());
        }),
      ]),
  });
  const turn = () => new Promise(resolve => setImmediate(resolve));
  return {
    phases,
    stored,
    /** What was told when each phase had lasted. */
    told: async () => {
      await turn();
      pass();
      await turn();
      return noted.map(({ uid, details }) => [
        uid,
        details.phase,
        details.reason,
      ]);
    },
  };
}

describe('PhaseJournal', () => {
  it('tells that a model is served, and why it is not any more', async () => {
    const { phases, told } = aPhaseJournal({ two: 'Published' });
    phases.seen('one', 'Published', undefined);
    phases.seen('two', 'Degraded', 'KeysLost');
    expect(await told()).toEqual([
      ['one', 'Published', undefined],
      ['two', 'Degraded', 'KeysLost'],
    ]);
  });

  it('tells nothing that was told before it was started', async () => {
    const { phases, told } = aPhaseJournal({ one: 'Published' });
    phases.seen('one', 'Pending', undefined);
    phases.seen('one', 'Published', undefined);
    expect(await told()).toEqual([]);
  });

  it('tells nothing that does not last', async () => {
    const { phases, told } = aPhaseJournal({ one: 'Published' });
    phases.seen('one', 'Degraded', 'NotServed');
    phases.seen('one', 'Published', undefined);
    phases.seen('two', 'Published', undefined);
    phases.seen('two', 'Unpublishing', undefined);
    expect(await told()).toEqual([]);
  });

  it('leaves to another replica what that has told', async () => {
    const { phases, stored, told } = aPhaseJournal({ one: 'Published' });
    phases.seen('one', 'Degraded', 'NotServed');
    await new Promise(resolve => setImmediate(resolve));
    stored.set('one', 'Degraded');
    expect(await told()).toEqual([]);
  });

  it('tells nothing after it was stopped', async () => {
    const { phases, told } = aPhaseJournal();
    phases.seen('one', 'Published', undefined);
    phases.stop();
    expect(await told()).toEqual([]);
  });
});
