import { GatewayRuntime } from '../reconcile/GatewayRuntime';
import { PublicationResource } from '../tenancy/Caller';
import { resourceOf } from '../useCases/publicationResource';

/** Finds publications by cluster and id, as last seen by the watches. */
export function createPublicationFinder(gateways: GatewayRuntime[]) {
  return (cluster: string, id: string): PublicationResource | undefined => {
    const [found] = gateways
      .filter(({ gateway }) => gateway.cluster === cluster)
      .flatMap(({ states }) => states.seen(id) ?? []);
    return found && resourceOf(found);
  };
}
