import {
  ConflictError,
  NotAllowedError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';
import { PublicationAccess } from '@inference-portal/plugin-model-publishing-common';
import { TenantPlace } from '../models/ModelDirectory';
import { MODEL_KINDS, publicationIdOf } from '../names';
import { GatewayRuntime } from '../reconcile/GatewayRuntime';
import { PublicationState } from '../state/PublicationState';
import { publicationAccessOf } from '../tenancy/publicationAccess';
import { TenantAccess } from '../tenancy/TenantAccess';
import { PublicationSelector } from './UseCases';
import { Caller } from '../tenancy/Caller';
import { resourceOf } from './publicationResource';

/** A publication with the gateway that serves it. */
export interface FoundPublication {
  runtime: GatewayRuntime;
  state: PublicationState;
}

/** A publication that a caller may see. */
export interface VisiblePublication extends FoundPublication {
  access: PublicationAccess;
}

export interface FindOptions {
  /** Takes what was seen last while the cluster is away: for answers that say so, never for changes. */
  mayBeStale?: boolean;
}

/** Finds publications for callers. What a caller may not see does not exist. */
export interface PublicationDirectory {
  /** A fresh read. */
  find(
    tenant: TenantPlace,
    model: string,
    options?: FindOptions,
  ): Promise<FoundPublication | undefined>;
  /**
   * The publication that a caller means; a fresh read.
   *
   * @throws NotFoundError the same for missing and for foreign publications
   * @throws NotAllowedError when the permission policy takes away what tenancy would allow
   * @throws ConflictError when several that the caller may see have that name
   */
  require(
    caller: Caller,
    selector: PublicationSelector,
    options?: FindOptions,
  ): Promise<VisiblePublication>;
  /**
   * The publication that a caller wants to change.
   *
   * @throws NotAllowedError when the caller may see it and not change it
   */
  requirePublisher(
    caller: Caller,
    selector: PublicationSelector,
    options?: FindOptions,
  ): Promise<VisiblePublication>;
  /** All publications that a caller may see, as last seen by the watches. */
  visibleTo(caller: Caller): VisiblePublication[];
  /** All publications of tenants, as last seen by the watches. */
  list(tenants: TenantPlace[]): FoundPublication[];
}

const ACCESS_RANKS: PublicationAccess[] = ['publisher', 'consumer', 'viewer'];

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
    { mayBeStale = false }: FindOptions = {},
  ): Promise<FoundPublication | undefined> {
    const { cluster, namespace } = tenant;
    const runtimes = this.#gateways.filter(
      ({ gateway }) => gateway.cluster === cluster,
    );
    // A model's name does not say of which kind it is.
    const ids = MODEL_KINDS.map(kind =>
      publicationIdOf({ namespace, kind, model }),
    );
    for (const runtime of runtimes) {
      // Those that were seen first, so that mostly one read will do.
      const seen = (id: string) => (runtime.states.seen(id) ? 0 : 1);
      for (const id of [...ids].sort((a, b) => seen(a) - seen(b))) {
        const state = await runtime.states.read({ id, model }).catch(error => {
          const last = mayBeStale && runtime.states.seen(id);
          if (last && error instanceof ServiceUnavailableError) {
            return last;
          }
          throw error;
        });
        if (state) {
          return { runtime, state };
        }
      }
    }
    return undefined;
  }

  async require(
    caller: Caller,
    selector: PublicationSelector,
    options: FindOptions = {},
  ): Promise<VisiblePublication> {
    const found = await Promise.all(
      this.#placesOf(caller, selector).map(place =>
        this.find(place, selector.model, options),
      ),
    );
    const visible = found
      .filter(publication => publication !== undefined)
      .flatMap(publication => this.#visible(caller, publication));
    if (visible.length === 0) {
      throw new NotFoundError(
        `There is no published model "${selector.model}" that you may see`,
      );
    }
    const permitted = visible.filter(({ state }) =>
      caller.permits(resourceOf(state)),
    );
    // Nobody's own name becomes ambiguous because a neighbour publishes one like it for all to see.
    const [first, ...others] = closest(permitted);
    if (!first) {
      throw new NotAllowedError(
        `The permission policy of this portal does not let you do this with model "${selector.model}"`,
      );
    }
    if (others.length > 0) {
      const choices = [first, ...others]
        .map(({ state }) => `?tenant=${state.tenant}&cluster=${state.cluster}`)
        .join(', ');
      throw new ConflictError(
        `Several published models that you may see are called "${selector.model}"; choose one: ${choices}`,
      );
    }
    noteTenant(caller, this.#access, {
      cluster: first.state.cluster,
      namespace: first.state.tenant,
    });
    notePublication(caller, first);
    return first;
  }

  async requirePublisher(
    caller: Caller,
    selector: PublicationSelector,
    options: FindOptions = {},
  ): Promise<VisiblePublication> {
    const found = await this.require(caller, selector, options);
    if (found.access !== 'publisher') {
      throw new NotAllowedError(
        `Only tenant "${found.state.tenant}", which has published model "${found.state.model}", may do this`,
      );
    }
    return found;
  }

  visibleTo(caller: Caller): VisiblePublication[] {
    return this.#gateways.flatMap(runtime =>
      runtime.states
        .list()
        .flatMap(state => this.#visible(caller, { runtime, state }))
        .filter(({ state }) => caller.permits(resourceOf(state))),
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

  /**
   * Where a publication of that name may be: in the one tenant that is meant, even if no watch has seen it yet, or
   * wherever the watches have seen one that the caller may see. So a call costs one read, not one for each tenant.
   */
  #placesOf(
    caller: Caller,
    { model, tenant, cluster }: PublicationSelector,
  ): TenantPlace[] {
    const isMeant = (place: TenantPlace) =>
      (tenant === undefined || place.namespace === tenant) &&
      (cluster === undefined || place.cluster === cluster);
    const owned = this.#access.ownedTenants(caller.principal).filter(isMeant);
    const seen = this.#gateways
      .flatMap(runtime =>
        runtime.states
          .list()
          .filter(state => state.model === model)
          .flatMap(state => this.#visible(caller, { runtime, state })),
      )
      .map(({ state }) => ({ cluster: state.cluster, namespace: state.tenant }))
      .filter(isMeant);
    const places = owned.length === 1 ? [...owned, ...seen] : seen;
    return [
      ...new Map(
        places.map(place => [`${place.cluster}/${place.namespace}`, place]),
      ).values(),
    ];
  }

  #visible(caller: Caller, found: FoundPublication): VisiblePublication[] {
    const access = publicationAccessOf(
      caller.principal,
      found.state,
      this.#access,
    );
    return access ? [{ ...found, access }] : [];
  }
}

/** Of several publications, those that the caller has the most to do with. */
function closest(visible: VisiblePublication[]): VisiblePublication[] {
  const rank = ACCESS_RANKS.find(level =>
    visible.some(({ access }) => access === level),
  );
  return visible.filter(({ access }) => access === rank);
}

/** Tells the audit log whose tenant a call is about, and that it is none of the caller's own if it is not. */
export function noteTenant(
  { principal, note }: Pick<Caller, 'principal' | 'note'>,
  access: Pick<TenantAccess, 'actsAsAdmin'>,
  tenant: TenantPlace,
): void {
  note({
    tenant: tenant.namespace,
    cluster: tenant.cluster,
    ...(access.actsAsAdmin(principal, tenant) && { actingAs: 'admin' }),
  });
}

/** Tells the audit log, and the activity, which publication a call is about. */
export function notePublication(
  { note }: Pick<Caller, 'note'>,
  { state, access }: Pick<VisiblePublication, 'state' | 'access'>,
): void {
  note({ publication: state.id, publicationUid: state.uid, access });
}
