import {
  COMPONENT_LABEL,
  INSTANCE_LABEL,
  MANAGED_BY,
  MANAGED_BY_LABEL,
  RENDER_VERSION_ANNOTATION,
} from '@inference-portal/plugin-model-publishing-common';
import {
  BackendTrafficPolicy,
  BackendTrafficPolicySpec,
} from '../cluster/resources/BackendTrafficPolicy';
import { Gateway } from '../cluster/resources/Gateway';
import { HttpRoute } from '../cluster/resources/HttpRoute';
import { GatewayConfig } from '../config/ModelPublishingConfig';
import { rateLimitProbeNameOf } from '../names';
import { RENDER_VERSION } from '../rendering/publicationMetadata';
import { RenderedObject } from '../rendering/RenderedObject';
import { stampRendered } from '../rendering/stampRendered';

/** A listener that no Gateway has, and a hostname that no DNS has (RFC 2606). */
const NOWHERE = {
  listener: 'no-listener',
  hostname: 'rate-limit-probe.invalid',
};

const PURPOSE =
  'Never serves. Envoy Gateway says in the status of the BackendTrafficPolicy of this name whether it has a rate limit service.';

/**
 * A policy with a global limit on a route that no listener takes: Envoy Gateway judges the policy all the same, and
 * sends nothing of either to Envoy. Not with `mergeType`, because such a policy is only judged where its route serves
 * (Envoy Gateway v1.9).
 */
export function renderRateLimitProbe({
  gateway,
  instanceId,
}: {
  gateway: Pick<GatewayConfig, 'gateway' | 'namespace'>;
  instanceId: string;
}): [route: RenderedObject, policy: RenderedObject<BackendTrafficPolicySpec>] {
  const name = rateLimitProbeNameOf(gateway.gateway, instanceId);
  const metadata = {
    name,
    namespace: gateway.namespace,
    labels: {
      [MANAGED_BY_LABEL]: MANAGED_BY,
      [INSTANCE_LABEL]: instanceId,
      [COMPONENT_LABEL]: 'capability-probe',
    },
    annotations: {
      [RENDER_VERSION_ANNOTATION]: String(RENDER_VERSION),
      'kubernetes.io/description': PURPOSE,
    },
  };
  return [
    stampRendered({
      apiVersion: HttpRoute.apiVersion,
      kind: HttpRoute.kind,
      metadata,
      spec: {
        parentRefs: [
          {
            group: Gateway.group,
            kind: Gateway.kind,
            name: gateway.gateway,
            sectionName: NOWHERE.listener,
          },
        ],
        hostnames: [NOWHERE.hostname],
        rules: [{ matches: [{ path: { type: 'Exact', value: '/' } }] }],
      },
    }),
    stampRendered({
      apiVersion: BackendTrafficPolicy.apiVersion,
      kind: BackendTrafficPolicy.kind,
      metadata,
      spec: {
        targetRefs: [{ group: HttpRoute.group, kind: HttpRoute.kind, name }],
        rateLimit: {
          global: { rules: [{ limit: { requests: 1, unit: 'Hour' } }] },
        },
      },
    }),
  ];
}
