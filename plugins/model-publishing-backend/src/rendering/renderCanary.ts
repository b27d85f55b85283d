import { AiGatewayRouteSpec } from '../cluster/resources/AiGatewayRoute';
import {
  AiServiceBackend,
  AiServiceBackendSpec,
} from '../cluster/resources/AiServiceBackend';
import { Backend, BackendSpec } from '../cluster/resources/Backend';
import { canaryNameOf } from '../names';
import { RenderedObject } from './RenderedObject';
import { GUARD_HOSTNAME, GuardContext, guardMetadata } from './renderGuard';
import { renderNowhereRoute } from './renderNowhereRoute';
import { stampRendered } from './stampRendered';

const MODEL_NAME = /^canary-(\d+)$/;

/**
 * A route of the AI Gateway that leads nowhere, and whose model name is a number. The AI Gateway's external processor
 * learns of routes some seconds after Envoy, and answers 500 until then (stack-proof 4); the number in its list of
 * models tells how much it knows.
 */
export function renderCanary(
  context: GuardContext,
  number: number,
): RenderedObject<AiGatewayRouteSpec> {
  return renderNowhereRoute(context, {
    name: canaryNameOf(context.gateway.gateway),
    hostname: GUARD_HOSTNAME,
    model: { type: 'Exact', value: `canary-${number}` },
  });
}

/** The number of a canary, by the name of its model; undefined for names of other models. */
export function canaryNumberOf(modelName: string): number | undefined {
  const digits = MODEL_NAME.exec(modelName)?.[1];
  return digits === undefined ? undefined : Number(digits);
}

/**
 * What the guard's routes of the AI Gateway lead to: nothing, under a name that never resolves. Without it, the AI Gateway
 * refuses them.
 */
export function renderCanaryBackends(context: GuardContext): RenderedObject[] {
  const name = canaryNameOf(context.gateway.gateway);
  const metadata = { ...guardMetadata(context), name };
  const { group, kind } = Backend;
  const backends: [
    RenderedObject<BackendSpec>,
    RenderedObject<AiServiceBackendSpec>,
  ] = [
    {
      apiVersion: Backend.apiVersion,
      kind,
      metadata,
      spec: { endpoints: [{ fqdn: { hostname: GUARD_HOSTNAME, port: 80 } }] },
    },
    {
      apiVersion: AiServiceBackend.apiVersion,
      kind: AiServiceBackend.kind,
      metadata,
      spec: {
        schema: { name: 'OpenAI', prefix: 'v1' },
        backendRef: { group, kind, name },
      },
    },
  ];
  return backends.map(stampRendered);
}
