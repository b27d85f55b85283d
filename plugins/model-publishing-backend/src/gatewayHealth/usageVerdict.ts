import { UsageState } from '@inference-portal/plugin-model-publishing-common';
import { bad, good, unknown, Verdict } from '../conditions/Verdict';

/** How far the usage in one cluster is counted. */
export interface CountedUsage {
  state: UsageState;
  /** The last scrape that was counted. */
  asOf: Date | undefined;
  /** Why the source does not answer. */
  problem: string | undefined;
}

/** Whether usage is counted; undefined where the platform has named no source for it. */
export function usageVerdict({
  state,
  asOf,
  problem,
}: CountedUsage): Verdict | undefined {
  const until = asOf
    ? `counted until ${asOf.toISOString()}`
    : 'nothing counted';
  switch (state) {
    case 'off':
      return undefined;
    case 'current':
      // No time: it would be another text at each look, which screen readers would say aloud.
      return good('Counted', 'What Prometheus has of the gateway is counted');
    case 'pending':
      return problem
        ? bad('UsageAway', `${problem}; ${until}`)
        : unknown('NotCollected', 'Usage was not collected yet');
    case 'unavailable':
      return bad(
        'UsageAway',
        `${problem ?? 'Prometheus has nothing new of the gateway'}; ${until}`,
      );
    default:
      throw new Error(`Unexpected state ${state satisfies never}`);
  }
}
