import { mockServices } from '@backstage/backend-test-utils';
import { anActivity } from './__testUtils__/anActivity';
import { TimedActivity } from './ActivityStore';
import { MAX_WAITING, QueuedActivityJournal } from './QueuedActivityJournal';

const NOW = new Date('2026-01-02T12:00:00Z');

function aJournal() {
  const logger = mockServices.logger.mock();
  const written: TimedActivity[] = [];
  const onWritten = jest.fn();
  let problem: Error | undefined;
  const retries: Array<() => void> = [];
  const journal = new QueuedActivityJournal({
    logger,
    clock: () => NOW,
    onWritten,
    sleep: (_, signal) =>
      new Promise(resolve => {
        retries.push(resolve);
        signal.addEventListener('abort', () => resolve());
      }),
    store: {
      append: async activities => {
        if (problem) {
          throw problem;
        }
        written.push(...activities);
      },
    },
  });
  const note = (...actions: string[]) =>
    actions.forEach(action => {
      const { at: _, ...activity } = anActivity({ action });
      journal.note(activity);
    });
  return {
    journal,
    logger,
    onWritten,
    note,
    actions: () => written.map(({ action }) => action),
    written,
    fail: (error?: Error) => {
      problem = error;
    },
    retry: async () => {
      retries.shift()?.();
      await new Promise(resolve => setImmediate(resolve));
    },
  };
}

const away = (code: string) =>
  Object.assign(new Error(`insert into activity values ${Math.random()}`), {
    code,
  });

describe('QueuedActivityJournal', () => {
  it('writes all in order with its time, and says so', async () => {
    const { journal, note, actions, written, onWritten } = aJournal();
    const all = Array.from({ length: 250 }, (_, index) => `action-${index}`);
    note(...all);
    await journal.settled();
    expect(actions()).toEqual(all);
    expect(written[0]?.at).toBe(NOW);
    expect(onWritten).toHaveBeenCalled();
    note('later');
    await journal.settled();
    expect(actions()).toEqual([...all, 'later']);
  });

  it('keeps what cannot be written, and writes it when the database is back', async () => {
    const { journal, note, actions, fail, retry } = aJournal();
    fail(away('ECONNREFUSED'));
    note('first', 'second');
    await journal.settled();
    note('third');
    await journal.settled();
    expect(actions()).toEqual([]);
    fail();
    await retry();
    await journal.settled();
    expect(actions()).toEqual(['first', 'second', 'third']);
  });

  it('complains once about each cause, without the statement', async () => {
    const { journal, note, logger, fail, retry } = aJournal();
    fail(away('ECONNREFUSED'));
    note('first');
    await journal.settled();
    fail(away('ECONNREFUSED'));
    await retry();
    fail(away('57P03'));
    await retry();
    expect(logger.error.mock.calls.map(([message]) => message)).toEqual([
      expect.stringContaining('(ECONNREFUSED)'),
      expect.stringContaining('(57P03)'),
    ]);
    expect(JSON.stringify(logger.error.mock.calls)).not.toContain('insert');
  });

  it('keeps no more than there is room for', async () => {
    const { journal, note, actions, fail, retry } = aJournal();
    fail(away('ECONNREFUSED'));
    note(...Array.from({ length: MAX_WAITING + 5 }, (_, index) => `${index}`));
    await journal.settled();
    fail();
    await retry();
    await journal.settled();
    expect(actions()).toHaveLength(MAX_WAITING);
    expect(actions()[MAX_WAITING - 1]).toBe(`${MAX_WAITING - 1}`);
  });

  it('writes what is left when it is stopped', async () => {
    const { journal, note, actions } = aJournal();
    note('first', 'second');
    await journal.stop();
    expect(actions()).toEqual(['first', 'second']);
  });

  it('is stopped while the database is away', async () => {
    const { journal, note, fail } = aJournal();
    fail(away('ECONNREFUSED'));
    note('first');
    await expect(journal.stop()).resolves.toBeUndefined();
  });
});
