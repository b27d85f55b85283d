import {
  ANNOTATION_ORIGIN_LOCATION,
  Entity,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import {
  TENANTS_ANNOTATION,
  tenantIdSchema,
} from '@inference-portal/plugin-model-publishing-common';
import { ModelPublishingConfig } from '../config/ModelPublishingConfig';
import { keyOfTenant, Tenant, TenantPlace } from './Tenant';
import { isTrustedLocation } from './trustedLocation';

/** What annotations are judged by. */
export type TenantRules = Pick<
  ModelPublishingConfig,
  'clusters' | 'gateways' | 'tenancy' | 'tenants'
>;

/** Tenants that Groups name, and what was wrong with other names; each sentence says where. */
export interface AnnotatedTenants {
  tenants: Tenant[];
  problems: string[];
}

/** The tenants that annotations of Groups name. Several Groups that name the same one own it together. */
export function annotatedTenants(
  groups: Entity[],
  rules: TenantRules,
): AnnotatedTenants {
  const tenants = new Map<string, Tenant>();
  const problems: string[] = [];
  const { trustedLocations } = rules.tenancy.groupAnnotation;
  for (const group of groups) {
    const owner = stringifyEntityRef(group);
    const { annotations = {} } = group.metadata;
    const value = annotations[TENANTS_ANNOTATION] ?? '';
    const location = annotations[ANNOTATION_ORIGIN_LOCATION] ?? 'nowhere';
    const here = `The annotation ${TENANTS_ANNOTATION} of ${owner} (from ${location})`;
    if (!isTrustedLocation(location, trustedLocations)) {
      problems.push(
        `${here} counts for nothing: that location is not in modelPublishing.tenancy.groupAnnotation.trustedLocations`,
      );
      continue;
    }
    const names = value.split(',').map(name => name.trim());
    for (const name of names.filter(Boolean)) {
      const place = parsePlace(name, rules.clusters.default);
      const problem = place
        ? placeProblem(place, rules)
        : 'is not of the form [<cluster>/]<namespace>';
      if (!place || problem) {
        problems.push(`${here}: "${name.slice(0, 130)}" ${problem}`);
        continue;
      }
      const known = tenants.get(keyOfTenant(place));
      const owners = new Set([...(known?.owners ?? []), owner]);
      tenants.set(keyOfTenant(place), {
        ...place,
        owners: [...owners].sort(),
        source: 'group',
      });
    }
  }
  return { tenants: [...tenants.values()], problems };
}

function parsePlace(
  name: string,
  defaultCluster: string,
): TenantPlace | undefined {
  const slash = name.lastIndexOf('/');
  const cluster = slash < 0 ? defaultCluster : name.slice(0, slash);
  const namespace = tenantIdSchema.safeParse(name.slice(slash + 1));
  return cluster && namespace.success
    ? { cluster, namespace: namespace.data }
    : undefined;
}

function placeProblem(
  place: TenantPlace,
  { clusters, gateways, tenants }: TenantRules,
): string | undefined {
  const isHere = (other: TenantPlace) =>
    keyOfTenant(other) === keyOfTenant(place);
  const configured = tenants.findIndex(isHere);
  if (configured >= 0) {
    return `is a tenant at modelPublishing.tenants[${configured}] already, whose owners alone count`;
  }
  const gateway = gateways.find(isHere);
  if (gateway) {
    return `is the namespace of gateway "${gateway.name}", whose keys no tenant may read`;
  }
  return clusters.known.includes(place.cluster)
    ? undefined
    : `is on a cluster that is not configured (known: ${clusters.known.join(
        ', ',
      )})`;
}
