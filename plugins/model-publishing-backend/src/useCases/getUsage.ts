import { ServiceUnavailableError } from '@backstage/errors';
import {
  UsageGrouping,
  UsageSeries,
  UsageStep,
  UsageSummary,
  UsageTimeSeries,
} from '@inference-portal/plugin-model-publishing-common';
import { RuleViolationError } from '../errors/requestProblems';
import { Caller } from '../tenancy/Caller';
import { breakdownOf } from '../usage/telling/UsageBreakdown';
import { denseSeries } from '../usage/telling/denseSeries';
import { groupAmounts } from '../usage/telling/groupAmounts';
import { knownSpans } from '../usage/telling/knownSpans';
import { UsageRange, usageRangeOf } from '../usage/telling/usageRangeOf';
import { ownTenantsIn } from './ownTenantsIn';
import { VisiblePublication } from './PublicationDirectory';
import { readUsageSummaries, UsageDependencies } from './usageSummaries';
import { UseCaseDependencies } from './UseCaseDependencies';
import { PublicationSelector } from './UseCases';

/** Which time, in which steps, and by what. */
export interface UsageRequest {
  /** RFC 3339, like `to`. */
  from?: string;
  to?: string;
  step: UsageStep;
  groupBy?: UsageGrouping;
}

/** Of all series together. More would be some 15 MB, and all other requests would wait while it is written. */
const MAX_POINTS = 200_000;

/**
 * How much one publication was used, in total and over time: all of it for the publisher, what was used with keys of
 * their own tenants for consumers, and nothing for those who only see that it is there.
 *
 * @throws RuleViolationError when too much is asked for
 * @throws ServiceUnavailableError when the plugin's database does not answer
 */
export async function getUsage(
  deps: UsageDependencies & Pick<UseCaseDependencies, 'publications'>,
  caller: Caller,
  selector: PublicationSelector,
  { groupBy, ...asked }: UsageRequest,
): Promise<UsageSeries> {
  const found = await deps.publications.require(caller, selector, {
    mayBeStale: true,
  });
  const range = usageRangeOf(asked, deps.clock());
  const usage = await orUnavailable(deps, summaryOf(deps, caller, found));
  return {
    usage,
    from: range.from.toISOString(),
    to: range.to.toISOString(),
    step: range.step,
    groupBy: groupBy ?? null,
    series: await seriesOf(deps, caller, found, { usage, range, groupBy }),
  };
}

async function summaryOf(
  deps: UsageDependencies,
  caller: Caller,
  found: VisiblePublication,
): Promise<UsageSummary> {
  const { uid } = found.state;
  const usage = (await readUsageSummaries(deps, caller, [found])).get(uid);
  if (!usage) {
    throw new Error(`Publication ${uid} was left out`);
  }
  return usage;
}

async function seriesOf(
  deps: UsageDependencies,
  caller: Caller,
  { state, access }: VisiblePublication,
  about: { usage: UsageSummary; range: UsageRange; groupBy?: UsageGrouping },
): Promise<UsageTimeSeries[]> {
  const { usage, range, groupBy } = about;
  const breakdown = breakdownOf(groupBy, usage.scope);
  const isShown = access !== 'viewer' && breakdown.measures.length > 0;
  if (!isShown || usage.since === null || usage.asOf === null) {
    return [];
  }
  const amounts = await orUnavailable(
    deps,
    deps.usage.amounts({
      uid: state.uid,
      ...range,
      measures: breakdown.measures,
      by: breakdown.by,
      limit: MAX_POINTS + 1,
      ...(usage.scope === 'tenants' && {
        tenants: ownTenantsIn(deps, caller, state.cluster),
      }),
    }),
  );
  const kept = deps.config.usage.retentionMs[range.step];
  const spans = knownSpans(range, {
    since: new Date(usage.since),
    asOf: new Date(usage.asOf),
    keptSince: new Date(deps.clock().getTime() - kept),
  });
  const groups = groupAmounts(amounts, breakdown, usage);
  const isTooMuch =
    amounts.length > MAX_POINTS || groups.length * spans.length > MAX_POINTS;
  if (isTooMuch) {
    throw new RuleViolationError([
      {
        field: 'query.groupBy',
        problem: `makes more than ${MAX_POINTS} points; ask for a longer step, or for a shorter time`,
      },
    ]);
  }
  return groups.map(group => denseSeries(group, spans));
}

/** Who asks for usage alone gets it or hears that it cannot be read; what the database says is for the log. */
function orUnavailable<Answer>(
  { logger }: UsageDependencies,
  answer: Promise<Answer>,
): Promise<Answer> {
  return answer.catch(error => {
    logger.error(`What was counted of usage cannot be read: ${error}`);
    throw new ServiceUnavailableError(
      "What was counted of usage cannot be read: the plugin's database does not answer",
    );
  });
}
