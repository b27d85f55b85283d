import { UsageSummary } from '@inference-portal/plugin-model-publishing-common';
import { answeredWithin } from './answeredWithin';
import { UsageKnown, usageKnownOf } from '../usage/telling/usageKnownOf';
import { usageNotKnown } from '../usage/telling/usageNotKnown';
import { usageOfPublication } from '../usage/telling/usageOfPublication';
import { usageOfTenants } from '../usage/telling/usageOfTenants';
import { GatewayRuntime } from '../reconcile/GatewayRuntime';
import { Caller } from '../tenancy/Caller';
import { askUsageStore } from './askUsageStore';
import { VisiblePublication } from './PublicationDirectory';
import { resourceOf } from './publicationResource';
import { UseCaseDependencies } from './UseCaseDependencies';

/** How long publications and keys wait for what was counted of them, in milliseconds. */
export const USAGE_WAIT_MS = 1_000;

export type UsageDependencies = Pick<
  UseCaseDependencies,
  'access' | 'clock' | 'config' | 'logger' | 'usage' | 'usageSource'
>;
/** A publication that a caller may see, whose usage is asked for. */
export type UsedPublication = Pick<VisiblePublication, 'state' | 'access'> & {
  runtime: Pick<GatewayRuntime, 'gateway'>;
};

/** By uid of publications. Those whose usage the permission policy hides are missing. */
export type UsageSummaries = Map<string, UsageSummary>;

/**
 * The usage of publications as it is shown beside other things. These must be shown whether or not the database answers:
 * what fails or takes too long is logged, and the usage said to be unavailable.
 */
export async function usageSummaries(
  deps: UsageDependencies,
  caller: Caller,
  publications: UsedPublication[],
): Promise<UsageSummaries> {
  const shown = publications.filter(({ state }) =>
    caller.permitsUsage(resourceOf(state)),
  );
  try {
    return await answeredWithin(
      USAGE_WAIT_MS,
      readUsageSummaries(deps, caller, shown),
    );
  } catch (error) {
    deps.logger.error(
      `What was counted of usage cannot be read, so it is shown as unavailable: ${error}`,
    );
    return summariesOf(shown, publication =>
      usageNotKnown(
        {
          state: hasSource(deps, publication) ? 'unavailable' : 'off',
          since: undefined,
          asOf: undefined,
        },
        scopeOf(publication),
      ),
    );
  }
}

/** The same for who asks for usage alone: nothing is left out, and a failure is one. */
export async function readUsageSummaries(
  deps: UsageDependencies,
  caller: Caller,
  publications: UsedPublication[],
): Promise<UsageSummaries> {
  const now = deps.clock();
  // Of clusters without a source nothing is known.
  const counted = publications.filter(publication =>
    hasSource(deps, publication),
  );
  const { coverages, totals, totalsOfTenants } = await askUsageStore(
    deps,
    caller,
    counted,
    now,
  );
  return summariesOf(publications, publication => {
    const { runtime, state, access } = publication;
    const known: UsageKnown = usageKnownOf(state, {
      hasSource: hasSource(deps, publication),
      coverage: coverages.get(state.cluster),
      now,
      intervalMs: deps.config.usage.intervalMs,
    });
    const { modelType } = state.configuration;
    const about = { known, modelType, now };
    if (known.asOf === undefined) {
      return usageNotKnown(known, scopeOf(publication));
    }
    switch (access) {
      case 'publisher':
        return usageOfPublication({ ...about, totals: totals.get(state.uid) });
      case 'consumer':
        return usageOfTenants({
          ...about,
          totals: totalsOfTenants.get(state.uid),
          countsKeys: runtime.gateway.capabilities.clientIdMetrics,
        });
      case 'viewer':
        return usageNotKnown(known, scopeOf(publication));
      default:
        throw new Error(`Unexpected access ${access satisfies never}`);
    }
  });
}

function summariesOf(
  publications: UsedPublication[],
  summaryOf: (publication: UsedPublication) => UsageSummary,
): UsageSummaries {
  return new Map(
    publications.map(publication => [
      publication.state.uid,
      summaryOf(publication),
    ]),
  );
}

function scopeOf({ access }: UsedPublication): UsageSummary['scope'] {
  return access === 'publisher' ? 'publication' : 'tenants';
}

function hasSource(
  { usageSource }: UsageDependencies,
  { state }: UsedPublication,
): boolean {
  return usageSource.has(state.cluster);
}
