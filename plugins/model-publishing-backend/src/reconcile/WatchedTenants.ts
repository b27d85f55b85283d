import { ClusterClients } from '../cluster/createClusterClients';
import { keyOfTenant, TenantPlace } from '../tenancy/Tenant';
import { createTenantWatches, TenantWatches } from './TenantWatches';

/**
 * The tenants whose namespaces are watched, which only ever become more: a tenant that loses its owners goes on being
 * served, and one that gets owners again has missed nothing.
 */
export class WatchedTenants {
  readonly #clients: ClusterClients;
  /** Ends all watches. */
  readonly #signal: AbortSignal;
  readonly #watches = new Map<string, TenantWatches>();
  readonly #listeners: Array<(watches: TenantWatches) => void> = [];

  constructor(clients: ClusterClients, signal: AbortSignal) {
    this.#clients = clients;
    this.#signal = signal;
  }

  /** @param place - `<cluster>/<namespace>` */
  get(place: string): TenantWatches | undefined {
    return this.#watches.get(place);
  }

  /**
   * Begins to watch a tenant, unless it is watched already.
   *
   * @throws NotFoundError when its cluster is not configured
   */
  async watch(tenant: TenantPlace): Promise<void> {
    const place = keyOfTenant(tenant);
    if (this.#watches.has(place)) {
      return;
    }
    const client = await this.#clients.get(tenant.cluster);
    if (this.#watches.has(place)) {
      return;
    }
    const watches = createTenantWatches(client, tenant.namespace);
    this.#watches.set(place, watches);
    // First those who listen, so that they miss nothing.
    this.#listeners.forEach(listener => listener(watches));
    Object.values(watches).forEach(watch => watch.start(this.#signal));
  }

  /** Tells of each tenant that is watched, now and later. */
  onWatch(listener: (watches: TenantWatches) => void): void {
    this.#listeners.push(listener);
    this.#watches.forEach(watches => listener(watches));
  }
}
