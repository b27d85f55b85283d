import { KubernetesObject } from '../cluster/defineResource';
import { ResourceWatch } from '../cluster/ResourceWatch';
import { RuntimeRef } from './InferenceServiceView';

type RuntimeWatch = Pick<ResourceWatch<KubernetesObject>, 'get'>;

/**
 * The runtime of a model, as it was last seen; undefined when it was not, because there is none, its CRD is missing or
 * the portal's account may not read it. Nobody waits for it.
 *
 * @param watches.ofCluster - undefined where ClusterServingRuntimes are not looked at
 */
export function findRuntime(
  ref: RuntimeRef | undefined,
  namespace: string,
  watches: { ofNamespace: RuntimeWatch; ofCluster: RuntimeWatch | undefined },
): KubernetesObject | undefined {
  for (const kind of ref?.kinds ?? []) {
    const name = ref?.name ?? '';
    const found =
      kind === 'ServingRuntime'
        ? watches.ofNamespace.get({ namespace, name })
        : watches.ofCluster?.get({ namespace: '', name });
    if (found) {
      return found;
    }
  }
  return undefined;
}
