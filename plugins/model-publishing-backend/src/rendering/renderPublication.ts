import { isPathSegment, Upstream } from '../models/Upstream';
import { renderAiGatewayRoute } from './renderAiGatewayRoute';
import { renderAiServiceBackend } from './renderAiServiceBackend';
import { renderBackend } from './renderBackend';
import { RenderContext } from './RenderContext';
import { RenderedObject } from './RenderedObject';
import { renderHttpRoute } from './renderHttpRoute';
import { renderModelInfoAnswer, renderModelInfoRoute } from './renderModelInfo';
import { renderSecurityPolicies } from './renderSecurityPolicy';
import { renderTrafficPolicy } from './renderTrafficPolicy';
import { stampRendered } from './stampRendered';

/** The objects of a publication, in groups that are applied one after the other and removed in reverse. */
export interface RenderedPublication {
  policies: RenderedObject[];
  backends: RenderedObject[];
  routes: RenderedObject[];
}

/** Everything that the gateway needs for a publication, but for the keys. */
export function renderPublication(context: RenderContext): RenderedPublication {
  const { upstream } = context;
  const ways = waysTo(context, upstream);
  return {
    policies: [
      ...renderSecurityPolicies(context),
      renderTrafficPolicy(context),
    ].map(stampRendered),
    backends: ways.backends.map(stampRendered),
    routes: ways.routes.map(stampRendered),
  };
}

type Ways = Omit<RenderedPublication, 'policies'>;

/** None while the model cannot be reached safely. */
function waysTo(context: RenderContext, upstream: Upstream | undefined): Ways {
  if (!upstream) {
    return { backends: [], routes: [] };
  }
  if (context.publication.configuration.modelType === 'openai') {
    return openaiWays(context, upstream);
  }
  // The model may have been taken for an OpenAI-compatible one, whose name need not fit into a path.
  return isPathSegment(upstream.servedName)
    ? traditionalWays(context, upstream)
    : { backends: [], routes: [] };
}

function traditionalWays(context: RenderContext, upstream: Upstream): Ways {
  return {
    backends: [renderBackend(context, upstream)],
    routes: context.addresses.map(address =>
      renderHttpRoute(context, upstream, address),
    ),
  };
}

function openaiWays(context: RenderContext, upstream: Upstream): Ways {
  const { addresses } = context;
  return {
    backends: [
      renderBackend(context, upstream),
      renderAiServiceBackend(context, upstream),
      ...addresses.map(address => renderModelInfoAnswer(context, address)),
    ],
    routes: addresses.flatMap(address => [
      renderAiGatewayRoute(context, upstream, address),
      renderModelInfoRoute(context, address),
    ]),
  };
}
