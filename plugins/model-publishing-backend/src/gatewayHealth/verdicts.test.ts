import { Limits } from '@inference-portal/plugin-model-publishing-common';
import { LimitSupport } from '../capabilities/LimitSupport';
import { adviceFor } from '../conditions/adviceFor';
import { Verdict } from '../conditions/Verdict';
import { clusterVerdict } from './clusterVerdict';
import { limitsVerdict } from './limitsVerdict';
import { roomVerdict } from './roomVerdict';
import { CountedUsage, usageVerdict } from './usageVerdict';

const NOON = '2026-01-01T12:00:00.000Z';
const asOf = new Date(NOON);

function limits(
  globalRateLimit: LimitSupport['globalRateLimit'],
  defaults: Limits = {},
  approximate = false,
): Verdict {
  const support = { globalRateLimit, approximate };
  return limitsVerdict({ support, isDetected: true, defaults });
}
const usage = (counted: Partial<CountedUsage>) =>
  usageVerdict({ state: 'current', asOf, problem: undefined, ...counted });
const MIB = 2 ** 20;

describe('verdicts over a gateway', () => {
  it.each<[string, Verdict | undefined, Verdict['status'], string, RegExp]>([
    [
      'a cluster that is heard of',
      clusterVerdict({ name: 'one', state: 'live', asOf: NOON }),
      'True',
      'Live',
      /"one"/,
    ],
    [
      'a cluster that is away',
      clusterVerdict({ name: 'one', state: 'stale', asOf: NOON }),
      'False',
      'ClusterAway',
      /"one".*2026-01-01T12:00/,
    ],
    [
      'a cluster that was never read',
      clusterVerdict({ name: 'one', state: 'unread', asOf: null }),
      'Unknown',
      'ClusterUnread',
      /"one"/,
    ],
    [
      'a rate limit service',
      limits('available', { requestsPerMinute: 1 }),
      'True',
      'RateLimitService',
      /totals/,
    ],
    [
      'no rate limit service, where none is needed',
      limits('unavailable', { burstLimit: 1 }),
      'True',
      'LocalCounters',
      /bursts only/,
    ],
    [
      'no rate limit service, and approximate limits',
      limits('unavailable', { requestsPerMinute: 1 }, true),
      'True',
      'LocalCounters',
      /per minute and hour/,
    ],
    [
      'no rate limit service, and defaults that need one',
      limits('unavailable', { requestsPerMinute: 1, requestsPerHour: 1 }),
      'False',
      'DefaultsRefused',
      /requestsPerMinute and requestsPerHour/,
    ],
    [
      'a gateway that has not said whether it has one',
      limits('unknown', { requestsPerMinute: 1 }),
      'Unknown',
      'LimiterUnknown',
      /not said/,
    ],
    ['room', roomVerdict(MIB, 4 * MIB), 'True', 'Room', /1\.0 MiB of 4\.0/],
    [
      'no room for more',
      roomVerdict(3.5 * MIB, 4 * MIB),
      'False',
      'NoRoom',
      /nothing more can be published/,
    ],
    [
      'no room for a replacement',
      roomVerdict(3.9 * MIB, 4 * MIB),
      'False',
      'NoRoom',
      /not even keys/,
    ],
    ['usage', usage({}), 'True', 'Counted', /is counted/],
    [
      'usage that nothing was read of',
      usage({ state: 'pending', asOf: undefined }),
      'Unknown',
      'NotCollected',
      /not collected/,
    ],
    [
      'a source that has never answered',
      usage({ state: 'pending', asOf: undefined, problem: 'It is away' }),
      'False',
      'UsageAway',
      /It is away; nothing counted/,
    ],
    [
      'a source that is away',
      usage({ state: 'unavailable', problem: 'It is away' }),
      'False',
      'UsageAway',
      /It is away; counted until 2026/,
    ],
    [
      'a source that has nothing new',
      usage({ state: 'unavailable' }),
      'False',
      'UsageAway',
      /nothing new/,
    ],
  ])('say of %s what it is, and what to do', (...row) => {
    const [, verdict, status, reason, message] = row;
    expect(verdict).toEqual({
      status,
      reason,
      message: expect.stringMatching(message),
    });
    expect(verdict && adviceFor(verdict) === undefined).toBe(status === 'True');
  });

  it('say nothing of usage where the platform counts none', () =>
    expect(usage({ state: 'off' })).toBeUndefined());
});
