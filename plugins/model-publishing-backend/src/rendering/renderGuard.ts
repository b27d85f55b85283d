import {
  COMPONENT_LABEL,
  INSTANCE_LABEL,
  MANAGED_BY,
  MANAGED_BY_LABEL,
  RENDER_VERSION_ANNOTATION,
} from '@inference-portal/plugin-model-publishing-common';
import { ClientTrafficPolicy } from '../cluster/resources/ClientTrafficPolicy';
import { Gateway } from '../cluster/resources/Gateway';
import { HttpRoute } from '../cluster/resources/HttpRoute';
import { SecurityPolicy } from '../cluster/resources/SecurityPolicy';
import { CustomHostname, GatewayConfig } from '../config/ModelPublishingConfig';
import {
  closingRouteNameOf,
  guardCredentialsNameOf,
  guardNameOf,
  KEY_SHARDS,
  keyShardNameOf,
  listenerGuardNameOf,
} from '../names';
import { CLIENT_ID_HEADER, keyAuthentication } from './keyAuthentication';
import { parentRefsOf } from './parentRefsOf';
import { RENDER_VERSION } from './publicationMetadata';
import { RenderedObject } from './RenderedObject';
import { stampRendered } from './stampRendered';

/** Header in which the AI Gateway keeps the model name that it has read from the body. */
export const MODEL_HEADER = 'x-ai-eg-model';

/** What that header says before the body was read. No model can be published under this name: it is not lower case. */
export const UNREAD_MODEL = 'UNREAD';

/**
 * What a request says of itself before anything else looks at it: not who sends it, and not which model it is for. Only
 * the gateway itself may say either. See `renderEntrance` for why the model is set and not removed.
 */
export const EARLY_HEADERS = {
  remove: [CLIENT_ID_HEADER],
  set: [{ name: MODEL_HEADER, value: UNREAD_MODEL }],
};

/** No client can resolve it: names under .invalid never exist (RFC 6761). */
export const GUARD_HOSTNAME = 'model-publishing-guard.invalid';

/** Nothing of it leads anywhere, and no model is published at this path. */
const CLOSED = [
  {
    name: 'closed',
    matches: [{ path: { type: 'Exact', value: '/' }, method: 'GET' }],
  },
];

/** Whose guard it is. */
export interface GuardContext {
  gateway: GatewayConfig;
  instanceId: string;
}

/**
 * The Secrets that the guard looks keys up in: its own and those of all OpenAI-compatible models. Always the same
 * ones, so that the guard never changes; each must exist, since one that is missing makes the guard invalid.
 */
export function guardedCredentialsOf({
  gateway,
}: Pick<GatewayConfig, 'gateway'>): string[] {
  return [
    guardCredentialsNameOf(gateway),
    ...KEY_SHARDS.map(shard => keyShardNameOf(gateway, shard)),
  ];
}

export function guardMetadata({ gateway, instanceId }: GuardContext) {
  return {
    name: guardNameOf(gateway.gateway),
    namespace: gateway.namespace,
    labels: {
      [MANAGED_BY_LABEL]: MANAGED_BY,
      [INSTANCE_LABEL]: instanceId,
      [COMPONENT_LABEL]: 'guard',
    },
    annotations: { [RENDER_VERSION_ANNOTATION]: String(RENDER_VERSION) },
  };
}

/**
 * The guard of a Gateway: whatever has no policy of its own is refused (401 without a known key, 403 with one), and
 * clients cannot pretend to be somebody.
 *
 * It has a route of its own, which leads nowhere: Envoy Gateway puts the filters that check keys into a listener only
 * while some route needs them, and connections that were opened before that keep the filters of their time. Without it,
 * such a connection would be let in to the first model that is published, or put back, without a key (seen on Envoy
 * Gateway 1.9).
 */
export function renderGuard({
  gateway,
  instanceId,
}: GuardContext): RenderedObject[] {
  const metadata = guardMetadata({ gateway, instanceId });
  const targetRefs = [
    { group: Gateway.group, kind: Gateway.kind, name: gateway.gateway },
  ];
  return [
    {
      apiVersion: SecurityPolicy.apiVersion,
      kind: SecurityPolicy.kind,
      metadata,
      spec: {
        targetRefs,
        apiKeyAuth: keyAuthentication(guardedCredentialsOf(gateway)),
        authorization: { defaultAction: 'Deny' },
      },
    },
    {
      apiVersion: ClientTrafficPolicy.apiVersion,
      kind: ClientTrafficPolicy.kind,
      metadata,
      spec: {
        targetRefs,
        headers: { earlyRequestHeaders: EARLY_HEADERS },
        connection: { bufferLimit: gateway.bufferLimit },
      },
    },
    {
      apiVersion: HttpRoute.apiVersion,
      kind: HttpRoute.kind,
      metadata,
      spec: {
        parentRefs: parentRefsOf(gateway, GUARD_HOSTNAME),
        hostnames: [GUARD_HOSTNAME],
        rules: CLOSED,
      },
    },
  ].map(stampRendered);
}

/**
 * The guard's route on a listener of ours, for the same reason. It has the listener's own hostname, because it could not
 * be attached with another, and is there before the listener is.
 */
export function renderListenerGuard(
  context: GuardContext,
  { hostname }: CustomHostname,
): RenderedObject {
  const { gateway } = context;
  return stampRendered({
    apiVersion: HttpRoute.apiVersion,
    kind: HttpRoute.kind,
    metadata: {
      ...guardMetadata(context),
      name: listenerGuardNameOf(gateway.gateway, hostname),
    },
    spec: {
      parentRefs: parentRefsOf(gateway, hostname),
      hostnames: [hostname],
      rules: CLOSED,
    },
  });
}

/** Paths at which the AI Gateway lists the models of a hostname: the first since 1.0, the second since 1.1. */
const MODEL_LISTS = ['/v1/models', '/anthropic/v1/models'];

/**
 * Closes the list of models of a hostname: the AI Gateway would show all of them to everybody with a key for one
 * (stack-proof 2.2). The route has no policy, so the guard answers.
 */
export function renderClosingRoute(
  context: GuardContext,
  hostname: string,
): RenderedObject {
  const { gateway } = context;
  return stampRendered({
    apiVersion: HttpRoute.apiVersion,
    kind: HttpRoute.kind,
    metadata: {
      ...guardMetadata(context),
      name: closingRouteNameOf(gateway.gateway, hostname),
    },
    spec: {
      parentRefs: parentRefsOf(gateway, hostname),
      hostnames: [hostname],
      rules: [
        {
          name: 'closed',
          // Whatever the method: the AI Gateway looks at the path alone.
          matches: MODEL_LISTS.map(value => ({
            path: { type: 'Exact', value },
          })),
        },
      ],
    },
  });
}
