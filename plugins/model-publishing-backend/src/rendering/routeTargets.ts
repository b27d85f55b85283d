import { HttpRoute } from '../cluster/resources/HttpRoute';
import { routeNameOf } from '../names';
import { RenderContext } from './RenderContext';

/** What the policies of a publication are attached to: each of its routes. */
export function routeTargets({ publication, addresses }: RenderContext) {
  const { id, model } = publication;
  return addresses.map(address => ({
    group: HttpRoute.group,
    kind: HttpRoute.kind,
    name: routeNameOf(id, model, address),
  }));
}
