import { KubernetesObject } from '../cluster/defineResource';

/** An object as it is applied: complete but for what the API server adds. */
export type RenderedObject<Spec = unknown> = KubernetesObject<Spec> & {
  spec: Spec;
};
