import { ParityExchange, ParityNames, ParityObject } from './ParityCase';
import { policy } from './parityObjects';

/** Selects POST requests. */
export const posts = [{ methods: [{ value: 'POST' }] }];

/** A policy of the case's route with these limits. */
export function limited(
  names: ParityNames,
  rateLimit: Record<string, unknown>,
  spec: Record<string, unknown> = {},
): ParityObject {
  return policy(names, 'BackendTrafficPolicy', 'HTTPRoute', {
    rateLimit,
    ...spec,
  });
}

/** A request that passes, with these limit headers. */
export function allowed(
  headers: ParityExchange['answerHeaders'],
  request: Partial<ParityExchange> = {},
): ParityExchange {
  return { path: '/metadata', status: 200, answerHeaders: headers, ...request };
}

/** A request that a local limit refuses. */
export function locallyRefused(
  request: Partial<ParityExchange> = {},
): ParityExchange {
  return {
    path: '/metadata',
    status: 429,
    answer: 'local_rate_limited',
    answerHeaders: { 'x-ratelimit-remaining': '0', 'retry-after': null },
    ...request,
  };
}

/** A request that the rate limit service refuses. */
export function globallyRefused(
  request: Partial<ParityExchange> = {},
): ParityExchange {
  return {
    path: '/metadata',
    status: 429,
    answer: '',
    answerHeaders: { 'x-ratelimit-remaining': '0', 'retry-after': null },
    ...request,
  };
}

/** A prediction instead of a look at the metadata. */
export const post: Partial<ParityExchange> = {
  method: 'POST',
  path: '/predict',
  body: '{"instances":[]}',
};

/** No limit applied. */
export const noLimit: ParityExchange['answerHeaders'] = {
  'x-ratelimit-limit': null,
};
