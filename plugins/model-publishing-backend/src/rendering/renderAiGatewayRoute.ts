import { publicModelNameOf } from '@inference-portal/plugin-model-publishing-common';
import {
  AiGatewayRoute,
  AiGatewayRouteSpec,
} from '../cluster/resources/AiGatewayRoute';
import { Upstream } from '../models/Upstream';
import { objectNameOf, routeNameOf } from '../names';
import { Address } from '../state/PublicationState';
import { parentRefsOf } from './parentRefsOf';
import { publicationMetadata } from './publicationMetadata';
import { RenderContext } from './RenderContext';
import { RenderedObject } from './RenderedObject';
import { MODEL_HEADER } from './renderGuard';
import { TOTAL_TOKEN_COST_KEY } from './tokenCosts';

/**
 * The route of one address of an OpenAI-compatible model: requests on its hostname whose body names it. The rule has
 * no name and no stream timeout, which only AI Gateway >= 1.1 has.
 */
export function renderAiGatewayRoute(
  context: RenderContext,
  upstream: Upstream,
  { publicHostname, externalPath }: Address,
): RenderedObject<AiGatewayRouteSpec> {
  const { publication, gateway, timeouts } = context;
  const { id, model, tenant, createdAt } = publication;
  return {
    apiVersion: AiGatewayRoute.apiVersion,
    kind: AiGatewayRoute.kind,
    metadata: {
      ...publicationMetadata(context, 'route'),
      name: routeNameOf(id, model, { publicHostname, externalPath }),
    },
    spec: {
      parentRefs: parentRefsOf(gateway, publicHostname),
      hostnames: [publicHostname],
      rules: [
        {
          matches: [
            {
              headers: [
                {
                  type: 'Exact',
                  name: MODEL_HEADER,
                  value: publicModelNameOf(externalPath),
                },
              ],
            },
          ],
          backendRefs: [
            {
              name: objectNameOf(id, model),
              modelNameOverride: upstream.servedName,
            },
          ],
          timeouts: { request: `${timeouts.openaiSeconds}s` },
          modelsOwnedBy: tenant,
          modelsCreatedAt: createdAt,
        },
      ],
      llmRequestCosts: [
        { metadataKey: TOTAL_TOKEN_COST_KEY, type: 'TotalToken' },
        { metadataKey: 'llm_input_token', type: 'InputToken' },
        { metadataKey: 'llm_output_token', type: 'OutputToken' },
      ],
    },
  };
}
