import { REQUESTS, TARGET_INFO, UPTIME } from './__testUtils__/realLabels';
import { readTargets } from './readTargets';
import { targetOf } from './targetOf';

describe('readTargets', () => {
  it('tells when each target was scraped, and of Envoy when it had started', () => {
    expect(
      readTargets([
        { labels: UPTIME, samples: [{ at: 10_000, value: 4 }] },
        {
          labels: TARGET_INFO,
          samples: [
            { at: 8749, value: 1 },
            { at: 10_749, value: 1 },
          ],
        },
      ]),
    ).toEqual([
      { id: targetOf(UPTIME), scrapes: [{ at: 10_000, startedAt: 6000 }] },
      { id: targetOf(TARGET_INFO), scrapes: [{ at: 8749 }, { at: 10_749 }] },
    ]);
  });

  it('takes all that a collector says of where its numbers are from for one target', () => {
    const of = (process: string, times: number[]) => ({
      labels: { ...TARGET_INFO, exported_instance: process },
      samples: times.map(at => ({ at, value: 1 })),
    });
    expect(readTargets([of('b', [2000, 3000]), of('a', [1000, 2000])])).toEqual(
      [
        {
          id: targetOf(TARGET_INFO),
          scrapes: [{ at: 1000 }, { at: 2000 }, { at: 3000 }],
        },
      ],
    );
  });

  it('learns nothing of scrapes from a counter', () => {
    expect(
      readTargets([{ labels: REQUESTS, samples: [{ at: 1000, value: 1 }] }]),
    ).toEqual([]);
  });
});
