import { TenantConfig } from '../config/ModelPublishingConfig';
import { keyOfTenant, Tenant, TenantPlace } from '../tenancy/Tenant';
import { TenantRegistry } from '../tenancy/TenantRegistry';

/** A registry of tenants that tests change by hand. */
export class FakeTenantRegistry implements TenantRegistry {
  tenants: Tenant[];
  readonly #listeners: Array<() => void> = [];
  #published: () => TenantPlace[] = () => [];

  constructor(tenants: TenantConfig[]) {
    this.tenants = tenants.map(tenant => ({ ...tenant, source: 'config' }));
  }

  known(): Tenant[] {
    const keys = new Set(this.tenants.map(keyOfTenant));
    const forgotten = this.#published()
      .filter(place => !keys.has(keyOfTenant(place)))
      .map((place): Tenant => ({ ...place, owners: [], source: 'published' }));
    return [...this.tenants, ...forgotten];
  }

  current(): Tenant[] {
    return this.tenants;
  }

  retain(published: () => TenantPlace[]): void {
    this.#published = published;
  }

  onRead(listener: () => void): void {
    this.#listeners.push(listener);
  }

  /** Names other tenants from now on, as if they had been read from the catalog. */
  read(tenants: Tenant[]): void {
    this.tenants = tenants;
    this.#listeners.forEach(listener => listener());
  }
}
