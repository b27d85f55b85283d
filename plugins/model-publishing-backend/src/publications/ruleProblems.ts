import { AcceptedConfiguration } from '@inference-portal/plugin-model-publishing-common';
import { LimitSupport } from '../capabilities/LimitSupport';
import { Problem } from '../errors/requestProblems';
import { assignPlaces } from '../limits/assignPlaces';
import { enforcedLimits } from '../limits/enforcedLimits';
import { LimitPlace } from '../limits/LimitPlace';
import {
  rateLimitRules,
  ruleCountProblems,
  wantedLocalRules,
} from '../rendering/rateLimitRules';
import { PER_TENANT_FIELD } from './tenantLimitProblems';

type Limited = Pick<AcceptedConfiguration, 'rateLimiting' | 'modelType'>;

interface RuleContext {
  limitSupport: LimitSupport;
  /** Of the publication as it is now. */
  limitPlaces: LimitPlace[];
  now: Date;
}

/**
 * Whether a gateway takes as many rules as these limits need. Totals alone are never too many, so it is limits of
 * tenants that have to go.
 */
export function ruleProblems(
  configuration: Limited,
  { limitSupport, limitPlaces, now }: RuleContext,
): Problem[] {
  const publication = {
    ...unnamed(configuration),
    limitPlaces: assignPlaces(limitPlaces, configuration, now),
  };
  const { global } = rateLimitRules(publication, limitSupport);
  const local =
    limitSupport.globalRateLimit === 'unavailable'
      ? wantedLocalRules(publication, limitSupport)
      : [];
  const waiting = global.length - enforcedLimits(configuration).length;
  const advice =
    waiting > 0
      ? `; ${waiting} of them are places of limits that were taken out, and free again some two hours later`
      : '';
  return ruleCountProblems({ global, local }).map(problem => ({
    field: PER_TENANT_FIELD,
    problem: `${problem}${advice}`,
  }));
}

/** Whether only a gateway with the limiter has room for limits of so many tenants. */
export function tooManyLocalRules(
  configuration: Limited,
  limitSupport: LimitSupport,
): boolean {
  const publication = { ...unnamed(configuration), limitPlaces: [] };
  const local = wantedLocalRules(publication, limitSupport);
  return ruleCountProblems({ global: [], local }).length > 0;
}

/** The number of rules is the same whatever the publication is called. */
function unnamed(configuration: Limited) {
  return { id: '', configuration };
}
