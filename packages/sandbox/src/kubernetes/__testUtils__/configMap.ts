import { V1ConfigMap } from '@kubernetes/client-node';

/** The namespace of the objects of tests. */
export const namespace = 'model-gateway';

export function configMap(name: string, metadata: object = {}): V1ConfigMap {
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name, namespace, ...metadata },
    data: { a: '1' },
  };
}
