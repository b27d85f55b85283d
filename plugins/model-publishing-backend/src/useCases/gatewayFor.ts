import { PublicationConfig } from '@inference-portal/plugin-model-publishing-common';
import { RuleViolationError } from '../errors/requestProblems';
import { GatewayRuntime } from '../reconcile/GatewayRuntime';
import { UseCaseDependencies } from './UseCaseDependencies';

/**
 * The gateway that a model of a cluster is to be published on.
 *
 * @throws RuleViolationError when the cluster has no such gateway
 */
export function gatewayFor(
  { gateways }: Pick<UseCaseDependencies, 'gateways'>,
  config: PublicationConfig,
  cluster: string,
): GatewayRuntime {
  const candidates = gateways.filter(
    ({ gateway }) => gateway.cluster === cluster,
  );
  const found = config.gateway
    ? candidates.find(({ gateway }) => gateway.name === config.gateway)
    : candidates[0];
  if (!found) {
    const names =
      candidates.map(({ gateway }) => gateway.name).join(', ') || 'none';
    throw new RuleViolationError([
      {
        field: 'config.gateway',
        problem: `must be one of the tenant's gateways: ${names}`,
      },
    ]);
  }
  return found;
}
