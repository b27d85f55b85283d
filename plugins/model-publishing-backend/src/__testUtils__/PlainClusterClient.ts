import { WatchScope } from '../cluster/ClusterClient';
import { KubernetesObject, Resource } from '../cluster/defineResource';
import { AiGatewayRoute } from '../cluster/resources/AiGatewayRoute';
import { FakeClusterClient } from './FakeCluster';

/** A client of a cluster without the AI Gateway. */
export class PlainClusterClient extends FakeClusterClient {
  watch<T extends KubernetesObject>(resource: Resource<T>, scope: WatchScope) {
    return Object.assign(super.watch(resource, scope), {
      absent: resource.kind === AiGatewayRoute.kind,
    });
  }
}
