import { AiGatewayRouteSpec } from '../cluster/resources/AiGatewayRoute';
import { HttpRoute } from '../cluster/resources/HttpRoute';
import {
  SecurityPolicy,
  SecurityPolicySpec,
} from '../cluster/resources/SecurityPolicy';
import { entranceNameOf } from '../names';
import { CLIENT_ID_HEADER } from './keyAuthentication';
import { RenderedObject } from './RenderedObject';
import { GuardContext, guardMetadata, UNREAD_MODEL } from './renderGuard';
import { renderNowhereRoute } from './renderNowhereRoute';
import { stampRendered } from './stampRendered';

/**
 * Where all requests for the OpenAI-compatible models of a hostname come in. Envoy checks keys on the first route that
 * matches, and the AI Gateway reads the model from the body after that and has the route chosen again (stack-proof 2). The
 * guard gives every request a model name that only this route has, so it is always the first one, and asks for the key
 * there. Without it, the first one would be the oldest route of some model, and each would have to know the keys of all the
 * others.
 *
 * A regular expression, because the AI Gateway lists the models of exact matches (gateway-facts 3.2).
 */
export function renderEntrance(
  context: GuardContext,
  hostname: string,
): RenderedObject<AiGatewayRouteSpec> {
  return renderNowhereRoute(context, {
    name: entranceNameOf(context.gateway.gateway, hostname),
    hostname,
    model: { type: 'RegularExpression', value: UNREAD_MODEL },
  });
}

/**
 * Says of the entrance, merged into the guard, that whoever has a key may stay there. That opens nothing, because it leads
 * nowhere: it is for the AI Gateway's answer 404 to somebody who asks for a model that there is not.
 */
export function renderEntrancePolicy(
  context: GuardContext,
  hostname: string,
): RenderedObject<SecurityPolicySpec> {
  const name = entranceNameOf(context.gateway.gateway, hostname);
  const { group, kind } = HttpRoute;
  return stampRendered({
    apiVersion: SecurityPolicy.apiVersion,
    kind: SecurityPolicy.kind,
    metadata: { ...guardMetadata(context), name },
    spec: {
      targetRefs: [{ group, kind, name }],
      mergeType: 'StrategicMerge',
      authorization: {
        defaultAction: 'Deny',
        rules: [
          {
            name: 'known',
            action: 'Allow',
            cel: `request.headers['${CLIENT_ID_HEADER}'] != ''`,
          },
        ],
      },
    },
  });
}
