import { HttpRoute } from '../cluster/resources/HttpRoute';
import { infoNameOf, routeNameOf } from '../names';
import { RenderContext } from './RenderContext';

/**
 * What policies of a publication are attached to: the routes that lead to its model. Those of OpenAI-compatible models
 * are made by the AI Gateway, under the same names.
 */
export function routeTargets(context: RenderContext) {
  return targets(routeNamesOf(context));
}

/** The routes that tell about an OpenAI-compatible model. */
export function infoTargets(context: RenderContext) {
  return targets(routeNamesOf(context).map(infoNameOf));
}

function routeNamesOf({ publication, addresses }: RenderContext): string[] {
  const { id, model } = publication;
  return addresses.map(address => routeNameOf(id, model, address));
}

function targets(names: string[]) {
  return names.map(name => ({
    group: HttpRoute.group,
    kind: HttpRoute.kind,
    name,
  }));
}
