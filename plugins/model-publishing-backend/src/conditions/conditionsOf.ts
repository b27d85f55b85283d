import {
  ConditionType,
  PublicationCondition,
} from '@inference-portal/plugin-model-publishing-common';
import { KubernetesObject, Resource } from '../cluster/defineResource';
import { AiGatewayRoute } from '../cluster/resources/AiGatewayRoute';
import { AiServiceBackend } from '../cluster/resources/AiServiceBackend';
import { BackendTrafficPolicy } from '../cluster/resources/BackendTrafficPolicy';
import { HttpRoute } from '../cluster/resources/HttpRoute';
import { SecurityPolicy } from '../cluster/resources/SecurityPolicy';
import { aiGatewayVerdict } from './aiGatewayVerdict';
import { findingOf } from './findingOf';
import { gatewayVerdict } from './gatewayVerdict';
import { objectVerdict } from './objectVerdict';
import { ObservedOpenai, ObservedPublication } from './ObservedPublication';
import { policyVerdict } from './policyVerdict';
import { routeVerdict } from './routeVerdict';
import { bad, good, unknown, Verdict, worstOf } from './Verdict';

/** The conditions of a publication. */
export function conditionsOf(
  observed: ObservedPublication,
): PublicationCondition[] {
  return [
    condition('ModelReady', modelReady(observed)),
    condition('RouteAccepted', routeAccepted(observed)),
    condition('KeysEnforced', keysEnforced(observed)),
    condition(
      'LimitsEnforced',
      policyInForce(observed, BackendTrafficPolicy, observed.trafficPolicy),
    ),
    condition(
      'Reachable',
      observed.reachability ??
        unknown('NotProbed', 'Nobody has looked from outside yet'),
    ),
  ];
}

function modelReady({ model, upstream }: ObservedPublication): Verdict {
  if (!model) {
    return bad('ModelMissing', 'The model does not exist');
  }
  if (!model.ready) {
    return bad('ModelNotReady', model.reason ?? 'KServe gives no reason');
  }
  return upstream.ok
    ? good('Ready', 'KServe reports the model as ready')
    : bad(upstream.reason, upstream.message);
}

function routeAccepted(observed: ObservedPublication): Verdict {
  const { upstream, route, gateway, listener } = observed;
  if (!route && !upstream.ok) {
    return bad(upstream.reason, `There is no route: ${upstream.message}`);
  }
  const verdict = observed.openai
    ? openaiRouteVerdict(observed, observed.openai)
    : objectVerdict(
        HttpRoute,
        route,
        wantedOf(observed, HttpRoute),
        routeVerdict,
      );
  // The listener says why the route is not at work, which itself counts as accepted (Envoy Gateway 1.9).
  const verdicts: [Verdict, ...Verdict[]] = listener
    ? [listener, verdict]
    : [verdict];
  return worstOf(gateway ? [...verdicts, gatewayVerdict(gateway)] : verdicts);
}

/** The first that is bad says why the rest is. */
function openaiRouteVerdict(
  observed: ObservedPublication,
  { aiRoute, aiBackend, infoRoute, entrance }: ObservedOpenai,
): Verdict {
  return worstOf([
    objectVerdict(
      AiServiceBackend,
      aiBackend,
      wantedOf(observed, AiServiceBackend),
      aiGatewayVerdict,
    ),
    objectVerdict(
      AiGatewayRoute,
      aiRoute,
      wantedOf(observed, AiGatewayRoute),
      aiGatewayVerdict,
    ),
    ...(entrance === false
      ? []
      : [objectVerdict(HttpRoute, entrance, undefined, routeVerdict)]),
    objectVerdict(HttpRoute, observed.route, undefined, routeVerdict),
    objectVerdict(
      HttpRoute,
      infoRoute,
      wantedOf(observed, HttpRoute),
      routeVerdict,
    ),
  ]);
}

function keysEnforced(observed: ObservedPublication): Verdict {
  const { securityPolicy, keys, isPublic, openai } = observed;
  const own = worstOf([
    policyInForce(observed, SecurityPolicy, securityPolicy),
    ...(openai
      ? [policyInForce(observed, SecurityPolicy, openai.infoPolicy)]
      : []),
  ]);
  if (isPublic) {
    return own.status === 'True'
      ? good('Public', 'No key is asked for: everybody can call the model')
      : own;
  }
  const verdict = worstOf([
    own,
    ...(openai?.guard ?? []).map(({ live, wanted }) =>
      objectVerdict(wanted, live, wanted, policyVerdict),
    ),
    ...(openai?.guardProblems ?? []).map(problem =>
      bad('GuardIncomplete', problem),
    ),
  ]);
  if (verdict.status !== 'True') {
    return verdict;
  }
  if (keys.active > keys.present) {
    const lost = keys.active - keys.present;
    return good(
      'KeysLost',
      `Enforced, but ${lost} of ${keys.active} keys are lost`,
    );
  }
  return keys.active === 0
    ? good('NoKeys', 'Enforced, but nobody has a key')
    : verdict;
}

function policyInForce(
  observed: ObservedPublication,
  resource: Resource,
  live: KubernetesObject | undefined,
): Verdict {
  const wanted = wantedOf(observed, resource, live);
  return objectVerdict(resource, live, wanted, policyVerdict);
}

/** @param live - tells which one is meant where there are several of a kind */
function wantedOf(
  { rendered }: ObservedPublication,
  resource: Resource,
  live?: KubernetesObject,
) {
  const ofKind = rendered?.filter(({ kind }) => kind === resource.kind);
  const name = live?.metadata.name;
  return ofKind?.find(({ metadata }) => metadata.name === name) ?? ofKind?.[0];
}

function condition(
  type: ConditionType,
  verdict: Verdict,
): PublicationCondition {
  return { type, ...findingOf(verdict) };
}
