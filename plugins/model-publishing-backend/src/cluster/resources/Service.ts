import { defineResource } from '../defineResource';

export interface ServiceSpec {
  type?: string;
  clusterIP?: string;
  externalName?: string;
  selector?: Record<string, string>;
  ports?: Array<{ name?: string; port: number; appProtocol?: string }>;
}

export const Service = defineResource<ServiceSpec>({
  group: '',
  version: 'v1',
  kind: 'Service',
  plural: 'services',
});
