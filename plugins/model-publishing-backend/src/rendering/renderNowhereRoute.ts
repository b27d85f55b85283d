import { MANAGED_BY } from '@inference-portal/plugin-model-publishing-common';
import {
  AiGatewayRoute,
  AiGatewayRouteSpec,
} from '../cluster/resources/AiGatewayRoute';
import { canaryNameOf } from '../names';
import { parentRefsOf } from './parentRefsOf';
import { RenderedObject } from './RenderedObject';
import { GuardContext, guardMetadata, MODEL_HEADER } from './renderGuard';
import { stampRendered } from './stampRendered';

type ModelMatch = Pick<
  AiGatewayRouteSpec['rules'][number]['matches'][number]['headers'][number],
  'type' | 'value'
>;

/** A route of the AI Gateway that is the guard's own and leads nowhere, see `renderCanaryBackends`. */
export function renderNowhereRoute(
  context: GuardContext,
  {
    name,
    hostname,
    model,
  }: { name: string; hostname: string; model: ModelMatch },
): RenderedObject<AiGatewayRouteSpec> {
  const { gateway } = context;
  const { type, value } = model;
  return stampRendered({
    apiVersion: AiGatewayRoute.apiVersion,
    kind: AiGatewayRoute.kind,
    metadata: { ...guardMetadata(context), name },
    spec: {
      parentRefs: parentRefsOf(gateway, hostname),
      hostnames: [hostname],
      rules: [
        {
          matches: [{ headers: [{ type, name: MODEL_HEADER, value }] }],
          backendRefs: [{ name: canaryNameOf(gateway.gateway) }],
          modelsOwnedBy: MANAGED_BY,
        },
      ],
    },
  });
}
