import { HttpRoute } from '../cluster/resources/HttpRoute';
import { infoNameOf, routeNameOf } from '../names';
import { RenderContext } from './RenderContext';

/**
 * What limits of a publication are attached to: the routes that lead to its model. Those of OpenAI-compatible models
 * are made by the AI Gateway, under the same names.
 */
export function routeTargets(context: RenderContext) {
  return targets(routeNamesOf(context));
}

/** What the rule who may use a publication is attached to: each of its routes. */
export function protectedTargets(context: RenderContext) {
  const names = routeNamesOf(context);
  const isOpenai = context.publication.configuration.modelType === 'openai';
  return targets(isOpenai ? [...names, ...names.map(infoNameOf)] : names);
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
