import { defineResource } from '../defineResource';
import { PolicyStatus, PolicyTarget } from './policyStatus';

export interface ClientTrafficPolicySpec {
  targetRefs: PolicyTarget[];
  headers?: {
    earlyRequestHeaders?: {
      remove?: string[];
      set?: Array<{ name: string; value: string }>;
    };
  };
  connection?: { bufferLimit?: string };
}

export const ClientTrafficPolicy = defineResource<
  ClientTrafficPolicySpec,
  PolicyStatus
>({
  group: 'gateway.envoyproxy.io',
  version: 'v1alpha1',
  kind: 'ClientTrafficPolicy',
  plural: 'clienttrafficpolicies',
});
