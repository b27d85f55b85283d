import { PublicationCondition } from '@inference-portal/plugin-model-publishing-common';
import { KubernetesObject } from '../cluster/defineResource';
import { BackendTrafficPolicy } from '../cluster/resources/BackendTrafficPolicy';
import { HttpRoute } from '../cluster/resources/HttpRoute';
import { SecurityPolicy } from '../cluster/resources/SecurityPolicy';
import { conditionsOf } from '../conditions/conditionsOf';
import { clientIdOf, objectNameOf } from '../names';
import { ReachabilityMonitor } from '../probe/ReachabilityMonitor';
import { PublicationState } from '../state/PublicationState';
import { PublicationWorkshop } from './PublicationWorkshop';

/** The conditions of a publication, from what the watches have seen last. Makes no call. */
export function observedConditions(
  {
    gateway,
    models,
    observed,
    credentials,
    reachability,
  }: PublicationWorkshop & { reachability: ReachabilityMonitor },
  state: PublicationState,
): PublicationCondition[] {
  const { cluster, tenant, model, id } = state;
  const object = (kind: string): KubernetesObject | undefined =>
    observed.find(kind, {
      namespace: gateway.namespace,
      name: objectNameOf(id, model),
    });
  const active = state.keyring.filter(key => key.state === 'active');
  const entries = new Set(credentials.clientIds(state));
  return conditionsOf({
    model: models.find({ cluster, namespace: tenant }, model),
    upstream: models.upstreamOf(state),
    route: object(HttpRoute.kind),
    securityPolicy: object(SecurityPolicy.kind),
    trafficPolicy: object(BackendTrafficPolicy.kind),
    keys: {
      active: active.length,
      present: active.filter(key => entries.has(clientIdOf(id, key))).length,
    },
    reachability: reachability.verdictOf(id),
  });
}
