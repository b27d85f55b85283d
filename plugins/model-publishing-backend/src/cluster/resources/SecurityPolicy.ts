import { defineResource } from '../defineResource';
import { PolicyStatus, PolicyTarget } from './policyStatus';

export interface SecurityPolicySpec {
  targetRefs: PolicyTarget[];
  /** Takes what this policy leaves open from that of the Gateway. */
  mergeType?: 'StrategicMerge';
  apiKeyAuth?: {
    credentialRefs: Array<{ name: string }>;
    extractFrom: Array<{ headers: string[] }>;
    forwardClientIDHeader: string;
    sanitize: boolean;
  };
  authorization?: {
    defaultAction: 'Allow' | 'Deny';
    rules?: Array<{ name?: string; action: 'Allow' | 'Deny'; cel?: string }>;
  };
}

export const SecurityPolicy = defineResource<SecurityPolicySpec, PolicyStatus>({
  group: 'gateway.envoyproxy.io',
  version: 'v1alpha1',
  kind: 'SecurityPolicy',
  plural: 'securitypolicies',
});
