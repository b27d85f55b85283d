import { KubernetesObject } from '../cluster/defineResource';
import { aCondition, aPolicyWith } from '../conditions/observedObjects';
import { rateLimitVerdict } from './rateLimitVerdict';

const refused = (message: string) =>
  aCondition('Accepted', 'False', { reason: 'Invalid', message });
const noLimiter = refused(
  'RateLimit: enable Ratelimit in the EnvoyGateway config to configure global rateLimit.',
);
const accepted = aCondition('Accepted', 'True');

describe('rateLimitVerdict', () => {
  it.each<[string, KubernetesObject | undefined, string]>([
    ['accepted', aPolicyWith([[accepted]]), 'available'],
    [
      'refused for want of a limiter',
      aPolicyWith([[noLimiter]]),
      'unavailable',
    ],
    [
      'refused by one of two listeners for want of a limiter',
      aPolicyWith([[accepted], [noLimiter]]),
      'unavailable',
    ],
    [
      'refused for something else',
      aPolicyWith([[refused('another policy has already attached')]]),
      'unknown',
    ],
    [
      'judged in an earlier form',
      aPolicyWith([[{ ...accepted, observedGeneration: 0 }]]),
      'unknown',
    ],
    ['not judged', aPolicyWith([]), 'unknown'],
    ['not there', undefined, 'unknown'],
  ])('of a policy that is %s', (_, policy, verdict) => {
    expect(rateLimitVerdict(policy)).toBe(verdict);
  });
});
