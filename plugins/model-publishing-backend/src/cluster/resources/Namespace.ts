import { defineResource } from '../defineResource';

export const Namespace = defineResource<
  unknown,
  { phase?: 'Active' | 'Terminating' }
>({
  group: '',
  version: 'v1',
  kind: 'Namespace',
  plural: 'namespaces',
  clusterScoped: true,
});
