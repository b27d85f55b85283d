import { ClusterClient } from '../cluster/ClusterClient';
import { KubernetesObject } from '../cluster/defineResource';
import { ResourceWatch } from '../cluster/ResourceWatch';
import { ConfigMap } from '../cluster/resources/ConfigMap';
import { Gateway, GatewaySpec } from '../cluster/resources/Gateway';
import { Secret } from '../cluster/resources/Secret';
import { componentSelector } from '../labels';
import { RENDERED_RESOURCES } from './ObservedObjects';

/** What is watched in the namespace of one gateway. */
export interface GatewayWatches {
  states: ResourceWatch<KubernetesObject>;
  credentials: ResourceWatch<KubernetesObject>;
  claims: ResourceWatch<KubernetesObject>;
  gateways: ResourceWatch<KubernetesObject<GatewaySpec>>;
  /** By kind. All objects of the namespace, not only ours: the platform's policies count too. */
  rendered: Map<string, ResourceWatch<KubernetesObject>>;
}

export function createGatewayWatches(
  client: ClusterClient,
  { namespace, instanceId }: { namespace: string; instanceId: string },
): GatewayWatches {
  const secrets = (component: 'state' | 'credentials') =>
    client.watch(Secret, {
      namespace,
      labelSelector: componentSelector(instanceId, component),
    });
  return {
    states: secrets('state'),
    credentials: secrets('credentials'),
    claims: client.watch(ConfigMap, {
      namespace,
      labelSelector: componentSelector(instanceId, 'claim'),
    }),
    gateways: client.watch(Gateway, { namespace }),
    rendered: new Map(
      RENDERED_RESOURCES.map(resource => [
        resource.kind,
        client.watch(resource, { namespace }),
      ]),
    ),
  };
}

export function allWatches(
  watches: GatewayWatches,
): ResourceWatch<KubernetesObject>[] {
  const { states, credentials, claims, gateways, rendered } = watches;
  return [states, credentials, claims, gateways, ...rendered.values()];
}
