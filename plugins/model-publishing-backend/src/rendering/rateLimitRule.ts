import { LimitName } from '@inference-portal/plugin-model-publishing-common';
import { RateLimitRule } from '../cluster/resources/BackendTrafficPolicy';
import { EnforcedLimit } from '../limits/enforcedLimits';
import { clientIdPrefixOf } from '../names';
import { CLIENT_ID_HEADER } from './keyAuthentication';
import { TOKEN_COST_NAMESPACE, TOTAL_TOKEN_COST_KEY } from './tokenCosts';

const UNITS: Record<LimitName, RateLimitRule['limit']['unit']> = {
  burstLimit: 'Second',
  requestsPerMinute: 'Minute',
  requestsPerHour: 'Hour',
  tokensPerHour: 'Hour',
};

/**
 * A request itself is free; its answer costs what the model reports. So the first request after the limit is reached is
 * refused, and not the one that reaches it (stack-proof 6).
 */
const TOKENS_OF_ANSWER: RateLimitRule['cost'] = {
  request: { from: 'Number', number: 0 },
  response: {
    from: 'Metadata',
    metadata: { namespace: TOKEN_COST_NAMESPACE, key: TOTAL_TOKEN_COST_KEY },
  },
};

/** Inference requests. Metadata requests, and the portal's own probes, use up nothing. */
const INFERENCE = { methods: [{ value: 'POST' }] };

/**
 * Keeps a place at which no limit stands (any more), so that those behind it stay where they are. No request has this
 * client id: those of keys have dots, and what clients send for one is removed.
 */
export const EMPTY_PLACE: RateLimitRule = {
  clientSelectors: [
    {
      ...INFERENCE,
      headers: [{ name: CLIENT_ID_HEADER, type: 'Exact', value: 'nobody' }],
    },
  ],
  limit: { requests: 1, unit: 'Hour' },
  shared: true,
};

/** One counter of all listeners, paths and hostnames. */
export function globalRule(
  publicationId: string,
  enforced: EnforcedLimit,
): RateLimitRule {
  return {
    ...localRule(publicationId, enforced),
    shared: true,
    ...(enforced.limit === 'tokensPerHour' && { cost: TOKENS_OF_ANSWER }),
  };
}

/** Counted by each Envoy and listener for itself. */
export function localRule(
  publicationId: string,
  { limit, tenant, value }: EnforcedLimit,
): RateLimitRule {
  const selector =
    tenant === undefined
      ? INFERENCE
      : { ...INFERENCE, headers: [clientIdsOf(publicationId, tenant)] };
  return {
    clientSelectors: [selector],
    limit: { requests: value, unit: UNITS[limit] },
  };
}

/**
 * All keys of one tenant together: a regular expression has one counter for whatever it matches. It has to match the
 * whole client id (stack-proof 6).
 */
function clientIdsOf(publicationId: string, tenant: string) {
  const prefix = `${clientIdPrefixOf(publicationId)}${tenant}.`;
  return {
    name: CLIENT_ID_HEADER,
    type: 'RegularExpression' as const,
    value: `${literally(prefix)}.+`,
  };
}

/** A text as the regular expression (RE2) that matches exactly this. */
function literally(text: string): string {
  return text.replace(/[^a-zA-Z0-9_-]/g, '\\$&');
}
