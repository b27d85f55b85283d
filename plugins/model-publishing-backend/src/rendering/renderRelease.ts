import { KubernetesObject } from '../cluster/defineResource';
import { AiGatewayRoute } from '../cluster/resources/AiGatewayRoute';
import { AiServiceBackend } from '../cluster/resources/AiServiceBackend';

const MARK = 'x-model-publishing-released';

/**
 * A change of something that is being deleted, after which the AI Gateway's controller looks at it again. Version 1.0
 * takes its finalizer out once; when somebody else writes the object at that moment it fails, does not try again, and
 * looks at changes of the spec only (seen on the real one). It is for this very object: another one of the name is left
 * alone, and none is made.
 *
 * @param attempt - differs each time, because an equal change is none
 * @returns undefined for kinds that the AI Gateway does not hold
 */
export function renderRelease(
  object: KubernetesObject,
  attempt: number,
): KubernetesObject | undefined {
  const { apiVersion, kind } = object;
  const spec = Object(object.spec);
  const { name, namespace, uid } = object.metadata;
  const metadata = { name, namespace, uid };
  switch (kind) {
    case AiServiceBackend.kind:
      return {
        apiVersion,
        kind,
        metadata,
        spec: { ...spec, headerMutation: { remove: [`${MARK}-${attempt}`] } },
      };
    case AiGatewayRoute.kind:
      return {
        apiVersion,
        kind,
        metadata,
        spec: { ...spec, hostnames: [`${MARK}-${attempt}.invalid`] },
      };
    default:
      return undefined;
  }
}
