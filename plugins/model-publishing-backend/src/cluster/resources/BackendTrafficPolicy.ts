import { defineResource } from '../defineResource';
import { PolicyStatus, PolicyTarget } from './policyStatus';

export interface RateLimitRule {
  clientSelectors?: Array<{
    methods: Array<{ value: string }>;
    headers?: Array<{
      name: string;
      type: 'Exact' | 'RegularExpression';
      value: string;
    }>;
  }>;
  limit: { requests: number; unit: 'Second' | 'Minute' | 'Hour' };
  shared?: boolean;
  /** What counts instead of requests; local rules have no such thing. */
  cost?: {
    request: { from: 'Number'; number: number };
    response: {
      from: 'Metadata';
      metadata: { namespace: string; key: string };
    };
  };
}

export interface BackendTrafficPolicySpec {
  targetRefs: PolicyTarget[];
  mergeType?: 'StrategicMerge' | 'JSONMerge';
  rateLimit?: {
    global?: { rules: RateLimitRule[] };
    local?: { rules: RateLimitRule[] };
  };
}

export const BackendTrafficPolicy = defineResource<
  BackendTrafficPolicySpec,
  PolicyStatus
>({
  group: 'gateway.envoyproxy.io',
  version: 'v1alpha1',
  kind: 'BackendTrafficPolicy',
  plural: 'backendtrafficpolicies',
});
