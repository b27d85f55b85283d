import { PublicationCondition } from '@inference-portal/plugin-model-publishing-common';
import { KubernetesObject } from '../cluster/defineResource';
import { ResourceWatch } from '../cluster/ResourceWatch';
import { BackendTrafficPolicy } from '../cluster/resources/BackendTrafficPolicy';
import { HttpRoute } from '../cluster/resources/HttpRoute';
import { SecurityPolicy } from '../cluster/resources/SecurityPolicy';
import { conditionsOf } from '../conditions/conditionsOf';
import { clientIdOf, objectNameOf, routeNameOf } from '../names';
import { ReachabilityMonitor } from '../probe/ReachabilityMonitor';
import { PublicationState } from '../state/PublicationState';
import { PublicationWorkshop } from './PublicationWorkshop';
import { renderState } from './renderState';

export interface ConditionSources extends PublicationWorkshop {
  reachability: ReachabilityMonitor;
  /** Watch of Gateway objects in the gateway's namespace. */
  gateways: ResourceWatch<KubernetesObject>;
}

/** The conditions of a publication, from what the watches have seen last. Makes no call. */
export function observedConditions(
  sources: ConditionSources,
  state: PublicationState,
): PublicationCondition[] {
  const { gateway, models, observed, credentials, reachability, gateways } =
    sources;
  const { cluster, tenant, model, id } = state;
  const { namespace } = gateway;
  const object = (
    kind: string,
    name = objectNameOf(id, model),
  ): KubernetesObject | undefined => observed.find(kind, { namespace, name });
  const active = state.keyring.filter(key => key.state === 'active');
  const entries = new Set(credentials.clientIds(state));
  const { policies, backends, routes } = renderState(sources, state);
  return conditionsOf({
    model: models.find({ cluster, namespace: tenant }, model),
    upstream: models.upstreamOf(state),
    route: object(HttpRoute.kind, routeNameOf(id, model, state.configuration)),
    securityPolicy: object(SecurityPolicy.kind),
    trafficPolicy: object(BackendTrafficPolicy.kind),
    rendered: [...policies, ...backends, ...routes],
    gateway: gateways.get({ namespace, name: gateway.gateway }),
    keys: {
      active: active.length,
      present: active.filter(key => entries.has(clientIdOf(id, key))).length,
    },
    reachability: reachability.verdictOf(id),
  });
}
