import {
  ConditionType,
  PublicationCondition,
} from '@inference-portal/plugin-model-publishing-common';
import { KubernetesObject, Resource } from '../cluster/defineResource';
import { BackendTrafficPolicy } from '../cluster/resources/BackendTrafficPolicy';
import { HttpRoute } from '../cluster/resources/HttpRoute';
import { SecurityPolicy } from '../cluster/resources/SecurityPolicy';
import { adviceFor } from './adviceFor';
import { gatewayVerdict } from './gatewayVerdict';
import { objectVerdict } from './objectVerdict';
import { ObservedPublication } from './ObservedPublication';
import { policyVerdict } from './policyVerdict';
import { routeVerdict } from './routeVerdict';
import { unknown, Verdict, worstOf } from './Verdict';

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
  const { upstream, route, gateway } = observed;
  if (!route && !upstream.ok) {
    return bad(upstream.reason, `There is no route: ${upstream.message}`);
  }
  const verdict = objectVerdict(
    HttpRoute,
    route,
    wantedOf(observed, HttpRoute),
    routeVerdict,
  );
  return gateway ? worstOf([verdict, gatewayVerdict(gateway)]) : verdict;
}

function keysEnforced(observed: ObservedPublication): Verdict {
  const { securityPolicy, keys } = observed;
  const verdict = policyInForce(observed, SecurityPolicy, securityPolicy);
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
  const wanted = wantedOf(observed, resource);
  return objectVerdict(resource, live, wanted, policyVerdict);
}

function wantedOf({ rendered }: ObservedPublication, resource: Resource) {
  return rendered?.find(({ kind }) => kind === resource.kind);
}

function good(reason: string, message: string): Verdict {
  return { status: 'True', reason, message };
}

function bad(reason: string, message: string): Verdict {
  return { status: 'False', reason, message };
}

function condition(
  type: ConditionType,
  verdict: Verdict,
): PublicationCondition {
  const advice = adviceFor(verdict);
  return { type, ...verdict, ...(advice && { advice }) };
}
