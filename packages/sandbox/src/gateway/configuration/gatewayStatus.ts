import { ClusterObjects } from '../ClusterObjects';
import { Gateway, GatewayClass, Listener } from '../resources/Gateway';
import { keyOf } from '../resources/metadata';
import { Condition } from '../status/Condition';
import { ObjectStatus } from '../status/PolicyStatus';
import { AttachedRoute } from './attachRoutes';

function missingCertificate(
  listener: Listener,
  gateway: Gateway,
  secrets: ClusterObjects['secrets'],
): string | undefined {
  return listener.tls?.certificateRefs
    .map(
      ({ namespace, name }) =>
        `${namespace ?? gateway.metadata.namespace}/${name}`,
    )
    .find(key => !secrets.has(key));
}

type Details = Omit<Condition, 'observedGeneration'>;

const readyListener: readonly Details[] = [
  {
    type: 'Programmed',
    status: 'True',
    reason: 'Programmed',
    message: 'Sending translated listener configuration to the data plane',
  },
  {
    type: 'Accepted',
    status: 'True',
    reason: 'Accepted',
    message: 'Listener has been successfully translated',
  },
  {
    type: 'ResolvedRefs',
    status: 'True',
    reason: 'ResolvedRefs',
    message: 'Listener references have been resolved',
  },
];

function brokenListener(secret: string): readonly Details[] {
  return [
    {
      type: 'ResolvedRefs',
      status: 'False',
      reason: 'InvalidCertificateRef',
      message: `Secret ${secret} does not exist.`,
    },
    {
      type: 'Programmed',
      status: 'False',
      reason: 'Invalid',
      message: 'Listener is invalid, see other Conditions for details.',
    },
  ];
}

/** The status of a Gateway whose data plane runs, with the number of routes per listener. */
export function gatewayStatus(
  gateway: Gateway,
  routes: readonly AttachedRoute[],
  secrets: ClusterObjects['secrets'],
): ObjectStatus {
  const observedGeneration = gateway.metadata.generation;
  const observed = (conditions: readonly Details[]) =>
    conditions.map(condition => ({ ...condition, observedGeneration }));
  const key = keyOf(gateway);
  return {
    kind: 'Gateway',
    namespace: gateway.metadata.namespace,
    name: gateway.metadata.name,
    status: {
      addresses: [{ type: 'IPAddress', value: '127.0.0.1' }],
      conditions: observed([
        {
          type: 'Accepted',
          status: 'True',
          reason: 'Accepted',
          message: 'The Gateway has been scheduled by Envoy Gateway',
        },
        {
          type: 'Programmed',
          status: 'True',
          reason: 'Programmed',
          message:
            'Address assigned to the Gateway, 1/1 envoy replicas available',
        },
      ]),
      listeners: gateway.spec.listeners.map(listener => {
        const missing = missingCertificate(listener, gateway, secrets);
        return {
          name: listener.name,
          supportedKinds: ['HTTPRoute', 'GRPCRoute'].map(kind => ({
            group: 'gateway.networking.k8s.io',
            kind,
          })),
          attachedRoutes: routes.filter(({ parents }) =>
            parents.some(
              parent =>
                keyOf(parent.gateway) === key &&
                parent.listeners.includes(listener),
            ),
          ).length,
          conditions: observed(
            missing ? brokenListener(missing) : readyListener,
          ),
        };
      }),
    },
  };
}

/** The status of a GatewayClass of ours. */
export function gatewayClassStatus({ metadata }: GatewayClass): ObjectStatus {
  return {
    kind: 'GatewayClass',
    namespace: '',
    name: metadata.name,
    status: {
      conditions: [
        {
          type: 'Accepted',
          status: 'True',
          reason: 'Accepted',
          message: 'Valid GatewayClass',
          observedGeneration: metadata.generation,
        },
      ],
    },
  };
}
