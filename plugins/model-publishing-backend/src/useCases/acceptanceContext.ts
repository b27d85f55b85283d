import { ModelType } from '@inference-portal/plugin-model-publishing-common';
import { limitSupportOf } from '../capabilities/LimitSupport';
import { AcceptanceContext } from '../publications/acceptConfiguration';
import { GatewayRuntime } from '../reconcile/GatewayRuntime';
import { UseCaseDependencies } from './UseCaseDependencies';

/** What the configuration of a publication is checked against. */
export function acceptanceContextOf(
  { access, config }: Pick<UseCaseDependencies, 'access' | 'config'>,
  { gateway, capabilities }: Pick<GatewayRuntime, 'gateway' | 'capabilities'>,
  { model, modelType }: { model: string; modelType: ModelType },
): AcceptanceContext {
  return {
    model,
    modelType,
    gateway,
    limits: config.limits,
    allowAnonymous: config.authentication.allowAnonymous,
    limitSupport: limitSupportOf({ capabilities, config }),
    tenants: access
      .knownTenants()
      .filter(({ cluster }) => cluster === gateway.cluster)
      .map(({ namespace }) => namespace),
  };
}
