import { KubernetesObject } from '../cluster/defineResource';
import { HttpRouteSpec, HttpRouteStatus } from '../cluster/resources/HttpRoute';
import { conditionVerdict, unknown, Verdict, worstOf } from './Verdict';

/** Whether every listener that a route is meant for has taken it up, with its backend. */
export function routeVerdict(route: KubernetesObject): Verdict {
  const { parentRefs } = route.spec as HttpRouteSpec;
  const [first, ...rest] = parentRefs.map(parentRef =>
    parentVerdict(route, parentRef),
  );
  return first
    ? worstOf([first, ...rest])
    : unknown('NoStatus', 'The route is attached to no Gateway');
}

function parentVerdict(
  route: KubernetesObject,
  { name, sectionName }: HttpRouteSpec['parentRefs'][number],
): Verdict {
  const { parents = [] } = (route.status ?? {}) as HttpRouteStatus;
  const [first, ...rest] = parents
    .filter(
      ({ parentRef }) =>
        parentRef.name === name && parentRef.sectionName === sectionName,
    )
    .flatMap(({ conditions }) => [
      conditionVerdict(route, conditions, 'Accepted'),
      conditionVerdict(route, conditions, 'ResolvedRefs'),
    ]);
  return first
    ? worstOf([first, ...rest])
    : unknown(
        'NoStatus',
        `Gateway "${name}"${
          sectionName ? `, listener "${sectionName}",` : ''
        } has not taken up the HTTPRoute yet`,
      );
}
