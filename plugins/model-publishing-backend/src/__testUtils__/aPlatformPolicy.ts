import { KubernetesObject } from '../cluster/defineResource';
import {
  SecurityPolicy,
  SecurityPolicySpec,
} from '../cluster/resources/SecurityPolicy';
import { aCondition } from '../conditions/observedObjects';

/** A policy of the platform on the Gateway of the sandbox, in force. It refuses everything unless the spec says otherwise. */
export function aPlatformPolicy(
  spec: Partial<SecurityPolicySpec> = {
    authorization: { defaultAction: 'Deny' },
  },
): KubernetesObject {
  return {
    apiVersion: SecurityPolicy.apiVersion,
    kind: SecurityPolicy.kind,
    metadata: { name: 'platform', namespace: 'model-gateway', generation: 1 },
    spec: { targetRefs: [{ kind: 'Gateway', name: 'models' }], ...spec },
    status: {
      ancestors: [
        {
          ancestorRef: { kind: 'Gateway', name: 'models' },
          conditions: [aCondition('Accepted', 'True')],
        },
      ],
    },
  };
}
