import { defineResource } from '../defineResource';
import { Condition } from './Condition';

export interface AiServiceBackendSpec {
  /** `prefix`: what the model server's paths begin with, such as "openai/v1". */
  schema: { name: 'OpenAI'; prefix: string };
  backendRef: { group: string; kind: string; name: string };
  headerMutation?: { remove: string[] };
}

export const AiServiceBackend = defineResource<
  AiServiceBackendSpec,
  { conditions?: Condition[] }
>({
  group: 'aigateway.envoyproxy.io',
  version: 'v1beta1',
  kind: 'AIServiceBackend',
  plural: 'aiservicebackends',
  optional: true,
});
