import {
  AuthorizeResult,
  PermissionCriteria,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  createConditionTransformer,
  PermissionRuleset,
} from '@backstage/plugin-permission-node';
import { permitsEverything, PublicationResource } from '../tenancy/Caller';
import { TenantAccess } from '../tenancy/TenantAccess';
import {
  PublicationFilter,
  RuledPublication,
} from './modelPublicationResourceRef';
import { ruledPublicationOf } from './ruledPublicationOf';

/** Reads what a permission policy decides. */
export interface PolicyReader {
  /** Which publications a decision allows. */
  predicateOf(
    decision: PolicyDecision | undefined,
  ): (publication: PublicationResource) => boolean;
}

export function createPolicyReader(options: {
  /** The rules of this product and of modules that add to them. */
  ruleset: PermissionRuleset<RuledPublication, PublicationFilter>;
  access: Pick<TenantAccess, 'ownersOf'>;
}): PolicyReader {
  const filtersOf = createConditionTransformer(options.ruleset);
  return {
    predicateOf(decision) {
      if (decision?.result !== AuthorizeResult.CONDITIONAL) {
        return decision?.result === AuthorizeResult.ALLOW
          ? permitsEverything
          : () => false;
      }
      const criteria = filtersOf(decision.conditions);
      return publication =>
        meets(ruledPublicationOf(publication, options.access), criteria);
    },
  };
}

function meets(
  publication: RuledPublication,
  criteria: PermissionCriteria<PublicationFilter>,
): boolean {
  if ('anyOf' in criteria) {
    return criteria.anyOf.some(part => meets(publication, part));
  }
  if ('allOf' in criteria) {
    return criteria.allOf.every(part => meets(publication, part));
  }
  return 'not' in criteria
    ? !meets(publication, criteria.not)
    : criteria(publication);
}
