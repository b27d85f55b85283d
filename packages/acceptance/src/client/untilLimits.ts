import { PublicationCondition } from '@inference-portal/plugin-model-publishing-common';
import { setTimeout as sleep } from 'node:timers/promises';
import { tenantA } from './callers';
import { eventually } from './eventually';

/** Envoy and the rate limiter hear of a change a moment after Envoy Gateway has judged it. */
export const LIMITS_SEEN_MS = 500;

/** Waits until the gateway has said this about the limits, and Envoy and the limiter have had time to hear of it. */
export async function untilLimits(
  status: string,
  owner = tenantA,
  tenant = 'tenant-a',
  model = 'iris',
): Promise<PublicationCondition | undefined> {
  const found = await eventually(async () => {
    const { conditions } = await owner.get(model, tenant);
    const limits = conditions.find(({ type }) => type === 'LimitsEnforced');
    expect(limits).toMatchObject({ status });
    return limits;
  });
  await sleep(LIMITS_SEEN_MS);
  return found;
}
