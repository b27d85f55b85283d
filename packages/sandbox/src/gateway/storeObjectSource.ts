import { isDeepStrictEqual } from 'node:util';
import { ObjectChange, ObjectStore } from '../kubernetes/ObjectStore';
import { isEnvoyGatewayConfig } from './envoyGatewayConfig';
import { ObjectSource } from './ObjectSource';
import { ObjectStatus } from './status/PolicyStatus';

/** Plural and group of the kinds whose status the gateway writes. */
const writtenKinds: Record<string, readonly [plural: string, group: string]> = {
  Gateway: ['gateways', 'gateway.networking.k8s.io'],
  GatewayClass: ['gatewayclasses', 'gateway.networking.k8s.io'],
  HTTPRoute: ['httproutes', 'gateway.networking.k8s.io'],
  Backend: ['backends', 'gateway.envoyproxy.io'],
  SecurityPolicy: ['securitypolicies', 'gateway.envoyproxy.io'],
  BackendTrafficPolicy: ['backendtrafficpolicies', 'gateway.envoyproxy.io'],
  ClientTrafficPolicy: ['clienttrafficpolicies', 'gateway.envoyproxy.io'],
};

/** The field manager of Envoy Gateway's statuses. */
const manager = 'envoy-gateway';

function keyOf({ kind, namespace, name }: ObjectStatus) {
  const [plural, group] = writtenKinds[kind] ?? [];
  return plural === undefined || group === undefined
    ? undefined
    : { plural, group, namespace: namespace || undefined, name };
}

const readKinds = new Set([
  ...Object.keys(writtenKinds),
  'HTTPRouteFilter',
  'Secret',
]);

/** Statuses, labels and the like change nothing for the gateway. */
function matters({ type, resource, object, previous }: ObjectChange): boolean {
  return (
    (readKinds.has(resource.kind) ||
      (resource.kind === 'ConfigMap' && isEnvoyGatewayConfig(object))) &&
    (type !== 'MODIFIED' ||
      !isDeepStrictEqual(
        [object.spec, object.data],
        [previous?.spec, previous?.data],
      ))
  );
}

/** The sandbox's object store as the gateway sees it. */
export function storeObjectSource(store: ObjectStore): ObjectSource {
  return {
    list: (plural, group) => store.list(plural, group),
    statusOf: status => {
      const key = keyOf(status);
      return (
        key && store.get(key.plural, key.group, key.namespace, key.name)?.status
      );
    },
    writeStatus: status => {
      const key = keyOf(status);
      if (key) {
        store.writeStatus(key, status.status, manager);
      }
    },
    onChange: listener =>
      store.subscribe(change => {
        if (matters(change)) {
          listener();
        }
      }),
  };
}
