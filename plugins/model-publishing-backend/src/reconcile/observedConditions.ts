import { PublicationCondition } from '@inference-portal/plugin-model-publishing-common';
import { KubernetesObject } from '../cluster/defineResource';
import { ResourceWatch } from '../cluster/ResourceWatch';
import { AiGatewayRoute } from '../cluster/resources/AiGatewayRoute';
import { AiServiceBackend } from '../cluster/resources/AiServiceBackend';
import { BackendTrafficPolicy } from '../cluster/resources/BackendTrafficPolicy';
import { GatewaySpec } from '../cluster/resources/Gateway';
import { HttpRoute } from '../cluster/resources/HttpRoute';
import { SecurityPolicy } from '../cluster/resources/SecurityPolicy';
import { conditionsOf } from '../conditions/conditionsOf';
import {
  entranceNameOf,
  infoNameOf,
  objectNameOf,
  routeNameOf,
} from '../names';
import { keysOfTenants } from '../keys/consoleKeys';
import { ReachabilityMonitor } from '../probe/ReachabilityMonitor';
import { PublicationState } from '../state/PublicationState';
import { PublicationWorkshop } from './PublicationWorkshop';
import { renderState } from './renderState';

export interface ConditionSources extends PublicationWorkshop {
  reachability: ReachabilityMonitor;
  /** Watch of Gateway objects in the gateway's namespace. */
  gateways: ResourceWatch<KubernetesObject<GatewaySpec>>;
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
  const routeName = routeNameOf(id, model, state.configuration);
  const isOpenai = state.configuration.modelType === 'openai';
  const active = keysOfTenants(state.keyring).filter(
    key => key.state === 'active',
  );
  const { policies, backends, routes } = renderState(sources, state);
  return conditionsOf({
    model: models.find({ cluster, namespace: tenant }, model, state.kind),
    upstream: models.upstreamOf(state),
    route: object(HttpRoute.kind, routeName),
    openai: isOpenai
      ? {
          aiRoute: object(AiGatewayRoute.kind, routeName),
          aiBackend: object(AiServiceBackend.kind),
          infoRoute: object(HttpRoute.kind, infoNameOf(routeName)),
          infoPolicy: object(
            SecurityPolicy.kind,
            infoNameOf(objectNameOf(id, model)),
          ),
          entrance:
            state.configuration.authentication.requireApiKey &&
            object(
              HttpRoute.kind,
              entranceNameOf(
                gateway.gateway,
                state.configuration.publicHostname,
              ),
            ),
          guard: sources.guard.policies(),
          guardProblems: sources.guard.openaiProblems(),
        }
      : undefined,
    isPublic: !state.configuration.authentication.requireApiKey,
    securityPolicy: object(SecurityPolicy.kind),
    trafficPolicy: object(BackendTrafficPolicy.kind),
    rendered: [...policies, ...backends, ...routes],
    gateway: gateways.get({ namespace, name: gateway.gateway }),
    listener: sources.listeners.verdictOn(state.configuration.publicHostname),
    keys: {
      active: active.length,
      present: active.filter(key => credentials.holds(state, key)).length,
    },
    reachability: reachability.verdictOf(id),
  });
}
