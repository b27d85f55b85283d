import {
  focusManager,
  QueryClient,
  QueryObserver,
  QueryObserverOptions,
} from '@tanstack/react-query';
import { queryKeys } from '../api/queryKeys';
import { CALM_POLL_MS, LiveQueries, POLL_MS } from './LiveQueries';

interface Wait {
  until: number;
  end(): void;
}

/** A cache with a clock of its own, and one page that shows it. */
function aLivePage() {
  let now = 1_000_000;
  const waits = new Set<Wait>();
  const client = new QueryClient();
  const live = new LiveQueries(client, {
    now: () => now,
    random: () => 0.5,
    wait: (ms, signal) =>
      new Promise(resolve => {
        const one = {
          until: now + ms,
          end: () => {
            waits.delete(one);
            resolve();
          },
        };
        waits.add(one);
        signal.addEventListener('abort', one.end);
      }),
  });
  live.join('page');
  const settle = () => new Promise(resolve => setTimeout(resolve, 0));
  return {
    client,
    live,
    settle,
    /** Shows something; gives back when it was asked for, in milliseconds since the beginning. */
    show: async (
      name: string,
      options: Partial<QueryObserverOptions<string>> = {},
    ) => {
      const asked: number[] = [];
      const observer = new QueryObserver<string>(client, {
        queryKey: [...queryKeys.all, name],
        queryFn: async () => {
          asked.push(now - 1_000_000);
          return name;
        },
        ...options,
      });
      observer.subscribe(() => {});
      await settle();
      asked.length = 0;
      return asked;
    },
    pass: async (ms: number) => {
      const end = now + ms;
      for (;;) {
        const [next] = [...waits].sort((a, b) => a.until - b.until);
        if (!next || next.until > end) {
          break;
        }
        now = Math.max(now, next.until);
        next.end();
        await settle();
      }
      now = end;
    },
  };
}

describe('LiveQueries', () => {
  beforeEach(() => focusManager.setFocused(true));
  afterEach(() => focusManager.setFocused(undefined));

  it('asks again soon after a signal, not all browsers at once', async () => {
    const { live, show, pass } = aLivePage();
    const asked = await show('list');
    live.heard();
    await pass(249);
    expect(asked).toEqual([]);
    await pass(1);
    expect(asked).toEqual([250]);
  });

  it('looks by itself every ten seconds where no signals come', async () => {
    const { show, pass } = aLivePage();
    const asked = await show('list');
    await pass(3 * POLL_MS + 1_000);
    expect(asked).toHaveLength(3);
  });

  it('looks every minute where signals come', async () => {
    const { live, show, pass } = aLivePage();
    const asked = await show('list');
    live.heard();
    await pass(CALM_POLL_MS);
    expect(asked).toHaveLength(1);
    await pass(CALM_POLL_MS);
    expect(asked).toHaveLength(2);
  });

  it('does not trust for ever that more signals come', async () => {
    const { live, show, pass } = aLivePage();
    const asked = await show('list');
    live.heard();
    await pass(15 * CALM_POLL_MS);
    const before = asked.length;
    await pass(3 * POLL_MS);
    expect(asked.length - before).toBeGreaterThanOrEqual(2);
  });

  it('asks one question at a time, and once more for what came meanwhile', async () => {
    const { live, show, pass, settle } = aLivePage();
    let answer = () => {};
    let asked = 0;
    await show('slow', {
      queryFn: () => {
        asked++;
        return asked === 1
          ? 'first'
          : new Promise<string>(resolve => {
              answer = () => resolve('later');
            });
      },
    });
    live.heard();
    await pass(500);
    expect(asked).toBe(2);
    for (let signal = 0; signal < 100; signal++) {
      live.heard();
    }
    await pass(5_000);
    expect(asked).toBe(2);
    answer();
    await settle();
    await pass(500);
    expect(asked).toBe(3);
  });

  it('leaves alone what is new by its own account, and what others ask for', async () => {
    const { live, show, pass } = aLivePage();
    const options = await show('options', { staleTime: 60_000 });
    const dryRun = await show('dry run', { staleTime: Infinity });
    const foreign = await show('foreign', { queryKey: ['somebody else'] });
    live.heard();
    await pass(20_000);
    expect([options, dryRun, foreign]).toEqual([[], [], []]);
  });

  it('asks for nothing while the page is hidden', async () => {
    const { live, show, pass } = aLivePage();
    const asked = await show('list');
    focusManager.setFocused(false);
    // React Query itself asks when the page is shown again.
    live.heard();
    await pass(10 * POLL_MS);
    expect(asked).toEqual([]);
  });

  it('goes on until the last page or card has left', async () => {
    const { live, show, pass } = aLivePage();
    const asked = await show('list');
    live.join('card');
    expect([live.isFirst('page'), live.isFirst('card')]).toEqual([true, false]);
    live.leave('page');
    expect(live.isFirst('card')).toBe(true);
    await pass(POLL_MS + 1_000);
    expect(asked).toHaveLength(1);
    live.leave('card');
    await pass(10 * POLL_MS);
    live.heard();
    await pass(1_000);
    expect(asked).toHaveLength(1);
    live.join('card');
    await pass(CALM_POLL_MS + 1_000);
    expect(asked).toHaveLength(2);
  });
});
