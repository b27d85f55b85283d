import { defineResource } from '../defineResource';
import { Condition } from './Condition';

export interface BackendSpec {
  endpoints: Array<{ fqdn: { hostname: string; port: number } }>;
}

export const Backend = defineResource<
  BackendSpec,
  { conditions?: Condition[] }
>({
  group: 'gateway.envoyproxy.io',
  version: 'v1alpha1',
  kind: 'Backend',
  plural: 'backends',
});
