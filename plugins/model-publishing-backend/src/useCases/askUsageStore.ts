import { Caller } from '../tenancy/Caller';
import { TenantAccess } from '../tenancy/TenantAccess';
import {
  TenantUsageTotals,
  UsageCoverage,
  UsageTotals,
} from '../usage/telling/UsageStore';
import { ownTenantsIn } from './ownTenantsIn';
import { VisiblePublication } from './PublicationDirectory';
import { UseCaseDependencies } from './UseCaseDependencies';

type Publication = Pick<VisiblePublication, 'state' | 'access'>;

export interface UsageAnswers {
  /** By cluster. */
  coverages: Map<string, UsageCoverage | undefined>;
  /** By uid, of what the caller publishes. */
  totals: Map<string, UsageTotals>;
  /** By uid, of what the caller's tenants use. */
  totalsOfTenants: Map<string, TenantUsageTotals>;
}

/**
 * Asks once about everything that the caller publishes, and for each cluster how far it was counted and once about what
 * the caller's tenants use there: the number of questions does not depend on the number of publications.
 */
export async function askUsageStore(
  deps: Pick<UseCaseDependencies, 'usage'> & {
    access: Pick<TenantAccess, 'ownedTenants'>;
  },
  caller: Caller,
  publications: Publication[],
  now: Date,
): Promise<UsageAnswers> {
  const published = publications.filter(({ access }) => access === 'publisher');
  const used = publications.filter(({ access }) => access === 'consumer');
  const [coverages, totals, totalsOfTenants] = await Promise.all([
    Promise.all(
      clustersOf(publications).map(
        async cluster =>
          [cluster, await deps.usage.coverageOf(cluster)] as const,
      ),
    ),
    published.length > 0
      ? deps.usage.totalsOf(uidsOf(published), now)
      : new Map<string, UsageTotals>(),
    Promise.all(
      clustersOf(used).map(cluster =>
        deps.usage.totalsOfTenants(
          uidsOf(used.filter(({ state }) => state.cluster === cluster)),
          // A tenant is a namespace of one cluster; on another it may be somebody else's.
          ownTenantsIn(deps, caller, cluster),
          now,
        ),
      ),
    ),
  ]);
  return {
    coverages: new Map(coverages),
    totals,
    totalsOfTenants: new Map(totalsOfTenants.flatMap(found => [...found])),
  };
}

function uidsOf(publications: Publication[]): string[] {
  return publications.map(({ state }) => state.uid);
}

function clustersOf(publications: Publication[]): string[] {
  return [...new Set(publications.map(({ state }) => state.cluster))];
}
