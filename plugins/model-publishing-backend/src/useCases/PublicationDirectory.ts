import { ConflictError, NotFoundError } from '@backstage/errors';
import { TenantConfig } from '../config/ModelPublishingConfig';
import { TenantPlace } from '../models/ModelDirectory';
import { publicationIdOf } from '../names';
import { GatewayRuntime } from '../reconcile/GatewayRuntime';
import { PublicationState } from '../state/PublicationState';
import { Principal } from '../tenancy/Principal';
import { TenantAccess } from '../tenancy/TenantAccess';
import { PublicationSelector } from './UseCases';

/** A publication with the gateway that serves it. */
export interface FoundPublication {
  runtime: GatewayRuntime;
  state: PublicationState;
}

/** Finds publications for callers. What a caller may not see does not exist. */
export interface PublicationDirectory {
  /** A fresh read. */
  find(
    tenant: TenantPlace,
    model: string,
  ): Promise<FoundPublication | undefined>;
  /**
   * The publication that a caller means.
   *
   * @throws NotFoundError the same for missing and for foreign publications
   * @throws ConflictError when several tenants of the caller have one of that name
   */
  require(
    principal: Principal,
    selector: PublicationSelector,
  ): Promise<FoundPublication>;
  /** All publications of tenants, as last seen. */
  list(tenants: TenantPlace[]): FoundPublication[];
}

export class DefaultPublicationDirectory implements PublicationDirectory {
  readonly #gateways: GatewayRuntime[];
  readonly #access: TenantAccess;

  constructor(gateways: GatewayRuntime[], access: TenantAccess) {
    this.#gateways = gateways;
    this.#access = access;
  }

  async find(
    tenant: TenantPlace,
    model: string,
  ): Promise<FoundPublication | undefined> {
    const { cluster, namespace } = tenant;
    const id = publicationIdOf({ namespace, kind: 'InferenceService', model });
    for (const runtime of this.#gateways) {
      const state =
        runtime.gateway.cluster === cluster
          ? await runtime.states.read({ id, model })
          : undefined;
      if (state) {
        return { runtime, state };
      }
    }
    return undefined;
  }

  async require(
    principal: Principal,
    selector: PublicationSelector,
  ): Promise<FoundPublication> {
    const { model, tenant } = selector;
    const tenants = this.#access
      .ownedTenants(principal)
      .filter(({ namespace }) => tenant === undefined || namespace === tenant);
    const candidates =
      tenants.length === 1 ? tenants : this.#tenantsWith(model, tenants);
    const results = await Promise.all(
      candidates.map(owned => this.find(owned, model)),
    );
    const found = results.filter(result => result !== undefined);
    const [first, ...others] = found;
    if (!first) {
      throw new NotFoundError(
        `There is no published model "${model}" that you may see`,
      );
    }
    if (others.length > 0) {
      const choices = found.map(({ state }) => state.tenant).join(', ');
      throw new ConflictError(
        `Several of your tenants publish a model "${model}": ${choices}. Choose one with ?tenant=`,
      );
    }
    return first;
  }

  /** Spares a caller with many tenants one read for each of them. */
  #tenantsWith(model: string, tenants: TenantConfig[]): TenantConfig[] {
    const seen = this.list(tenants).filter(
      ({ state }) => state.model === model,
    );
    return tenants.filter(({ cluster, namespace }) =>
      seen.some(
        ({ state }) => state.cluster === cluster && state.tenant === namespace,
      ),
    );
  }

  list(tenants: TenantPlace[]): FoundPublication[] {
    const visible = new Set(
      tenants.map(({ cluster, namespace }) => `${cluster}/${namespace}`),
    );
    return this.#gateways.flatMap(runtime =>
      runtime.states
        .list()
        .filter(state => visible.has(`${state.cluster}/${state.tenant}`))
        .map(state => ({ runtime, state })),
    );
  }
}
