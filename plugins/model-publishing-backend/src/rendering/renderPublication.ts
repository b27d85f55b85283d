import { NotImplementedError } from '@backstage/errors';
import { renderBackend } from './renderBackend';
import { RenderContext } from './RenderContext';
import { RenderedObject } from './RenderedObject';
import { renderHttpRoute } from './renderHttpRoute';
import { renderSecurityPolicy } from './renderSecurityPolicy';
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
  const { configuration } = context.publication;
  if (configuration.modelType === 'openai') {
    throw new NotImplementedError(
      'OpenAI-compatible models cannot be published yet',
    );
  }
  const { upstream } = context;
  return {
    policies: [renderSecurityPolicy(context), renderTrafficPolicy(context)].map(
      stampRendered,
    ),
    backends: upstream ? [stampRendered(renderBackend(context, upstream))] : [],
    routes: upstream
      ? context.addresses.map(address =>
          stampRendered(renderHttpRoute(context, upstream, address)),
        )
      : [],
  };
}
