import { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { CATALOG_FILTER_EXISTS } from '@backstage/catalog-client';
import { ServiceUnavailableError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { TENANTS_ANNOTATION } from '@inference-portal/plugin-model-publishing-common';
import { setTimeout as delay } from 'node:timers/promises';
import { annotatedTenants, TenantRules } from './annotatedTenants';
import { isFresh } from './freshness';
import { keyOfTenant, Tenant, TenantPlace } from './Tenant';

/** The tenants that there are at the moment. */
export interface TenantRegistry {
  /**
   * All of them as last known, also those that nothing names any more: whoever is served goes on being served, whatever
   * becomes of owners and catalog.
   */
  known(): Tenant[];
  /**
   * Those that something names, for decisions about access. The same array until they are read again.
   *
   * @throws ServiceUnavailableError when the catalog was away for longer than its answers are believed
   */
  current(): Tenant[];
  /** Makes tenants that models are published of known, though nothing names them any more. */
  retain(published: () => TenantPlace[]): void;
  /** Told whenever tenants were read from the catalog. */
  onRead(listener: () => void): void;
}

const READ_EVERY_MS = 10_000;

export interface CatalogTenantRegistryOptions {
  config: TenantRules;
  catalog: CatalogService;
  auth: AuthService;
  clock: () => Date;
  logger: LoggerService;
}

/** Tenants of the configuration, which is authoritative, and of Groups that annotations give tenants to. */
export class CatalogTenantRegistry implements TenantRegistry {
  readonly #options: CatalogTenantRegistryOptions;
  readonly #configured: Tenant[];
  readonly #listeners: Array<() => void> = [];
  #named: Tenant[];
  #published: () => TenantPlace[] = () => [];
  /** When the last reading that succeeded began, in milliseconds since the epoch. */
  #readAt: number | undefined;
  #readings = 0;
  #taken = 0;
  #reported = new Set<string>();

  constructor(options: CatalogTenantRegistryOptions) {
    this.#options = options;
    this.#configured = options.config.tenants.map(tenant => ({
      ...tenant,
      source: 'config',
    }));
    this.#named = this.#configured;
  }

  /** Whether Groups count at all. Without them the catalog is not asked, and nothing is ever out of date. */
  get #asksCatalog(): boolean {
    const { groupAnnotation } = this.#options.config.tenancy;
    return groupAnnotation.trustedLocations.length > 0;
  }

  /** Reads again and again until the signal aborts. A catalog that does not answer holds up no further reading. */
  async start(signal: AbortSignal): Promise<void> {
    while (this.#asksCatalog && !signal.aborted) {
      void this.read();
      await delay(READ_EVERY_MS, undefined, { signal, ref: false }).catch(
        () => undefined,
      );
    }
  }

  /** Reads once. Failures are logged: what was read before stays, and grows old. */
  async read(): Promise<void> {
    this.#readings++;
    const reading = this.#readings;
    const readAt = this.#options.clock().getTime();
    try {
      const groups = await this.#readGroups();
      if (reading < this.#taken) {
        return;
      }
      this.#taken = reading;
      this.#readAt = readAt;
      const { tenants, problems } = annotatedTenants(
        groups,
        this.#options.config,
      );
      this.#named = [...this.#configured, ...tenants];
      this.#report(problems);
    } catch (error) {
      this.#options.logger.warn(
        `The Groups that own tenants cannot be read from the catalog: ${error}`,
      );
      return;
    }
    this.#listeners.forEach(listener => listener());
  }

  known(): Tenant[] {
    const keys = new Set(this.#named.map(keyOfTenant));
    const forgotten = new Map(
      this.#published()
        .filter(place => !keys.has(keyOfTenant(place)))
        .map(({ cluster, namespace }) => [
          keyOfTenant({ cluster, namespace }),
          { cluster, namespace, owners: [], source: 'published' as const },
        ]),
    );
    return [...this.#named, ...forgotten.values()];
  }

  current(): Tenant[] {
    if (this.#asksCatalog && !this.#isFresh()) {
      throw new ServiceUnavailableError(
        'The owners of tenants cannot be read from the catalog right now; try again in a moment',
      );
    }
    return this.#named;
  }

  retain(published: () => TenantPlace[]): void {
    this.#published = published;
  }

  onRead(listener: () => void): void {
    this.#listeners.push(listener);
  }

  async #readGroups() {
    const { catalog, auth } = this.#options;
    const { items } = await catalog.getEntities(
      {
        filter: {
          kind: 'Group',
          [`metadata.annotations.${TENANTS_ANNOTATION}`]: CATALOG_FILTER_EXISTS,
        },
        fields: [
          'kind',
          'metadata.name',
          'metadata.namespace',
          'metadata.annotations',
        ],
      },
      { credentials: await auth.getOwnServiceCredentials() },
    );
    return items;
  }

  #isFresh(): boolean {
    return (
      this.#readAt !== undefined &&
      isFresh(this.#readAt, this.#options.clock().getTime())
    );
  }

  /** Each problem once, when it appears; again when it was gone meanwhile. */
  #report(problems: string[]): void {
    for (const problem of problems) {
      if (!this.#reported.has(problem)) {
        this.#options.logger.warn(problem);
      }
    }
    this.#reported = new Set(problems);
  }
}
