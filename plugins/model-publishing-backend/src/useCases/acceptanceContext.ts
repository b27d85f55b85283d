import { ModelType } from '@inference-portal/plugin-model-publishing-common';
import { limitSupportOf } from '../capabilities/LimitSupport';
import { LimitPlace } from '../limits/LimitPlace';
import { AcceptanceContext } from '../publications/acceptConfiguration';
import { GatewayRuntime } from '../reconcile/GatewayRuntime';
import { UseCaseDependencies } from './UseCaseDependencies';

/** What the configuration of a publication is checked against. */
export function acceptanceContextOf(
  {
    access,
    config,
    clock,
  }: Pick<UseCaseDependencies, 'access' | 'config' | 'clock'>,
  { gateway, capabilities }: Pick<GatewayRuntime, 'gateway' | 'capabilities'>,
  {
    model,
    modelType,
    limitPlaces,
  }: { model: string; modelType: ModelType; limitPlaces: LimitPlace[] },
): AcceptanceContext {
  return {
    model,
    modelType,
    gateway,
    limits: config.limits,
    allowAnonymous: config.authentication.allowAnonymous,
    limitSupport: limitSupportOf({ capabilities, config }),
    limitPlaces,
    now: clock(),
    tenants: access
      .knownTenants()
      .filter(({ cluster }) => cluster === gateway.cluster)
      .map(({ namespace }) => namespace),
  };
}
