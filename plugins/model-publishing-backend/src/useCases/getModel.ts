import { ConflictError, NotFoundError } from '@backstage/errors';
import {
  FoundModel,
  ListedPublication,
} from '@inference-portal/plugin-model-publishing-common';
import { look, unseen } from '../listings/IndexedPublication';
import { listedPublication } from '../listings/listedPublication';
import { ObservedModel, TenantPlace } from '../models/ModelDirectory';
import { Caller } from '../tenancy/Caller';
import { modelView } from './modelView';
import { FoundPublication } from './PublicationDirectory';
import { resourceOf } from './publicationResource';
import { readTenants } from './readTenants';
import { UseCaseDependencies } from './UseCaseDependencies';

/** Names a model; tenant and cluster are needed only when the name is ambiguous for the caller. */
export interface ModelSelector {
  model: string;
  tenant?: string;
  cluster?: string;
}

type GetModelDependencies = Pick<
  UseCaseDependencies,
  'access' | 'models' | 'publications' | 'clock'
>;

/**
 * A model of the caller's tenants, from what the watches have seen, with its publication if the policy lets the caller
 * see that. Makes no call.
 *
 * @throws NotFoundError the same for missing and for foreign models
 * @throws ConflictError when several of the caller's tenants have a model of that name, or one has two kinds of it
 * @throws ServiceUnavailableError when the model may be in a tenant that was not read yet
 */
export async function getModel(
  deps: GetModelDependencies,
  caller: Caller,
  selector: ModelSelector,
): Promise<FoundModel> {
  const model = requireModel(deps, caller, selector);
  const { tenant, name, kind, upstream, mode, ...seen } = model;
  const found = deps.publications
    .list([tenant])
    .find(({ state }) => state.model === name && state.kind === kind);
  const { protocol, entryPoint, servedName, runtime } = seen;
  return {
    ...modelView(model, found !== undefined),
    deploymentMode: mode,
    protocol,
    entryPoint,
    servedName,
    runtime,
    ...(found &&
      caller.permitsReveal(resourceOf(found.state)) && {
        publication: publicationView(found),
      }),
    freshness: readTenants(deps.models, [tenant], deps.clock()).freshness,
  };
}

function requireModel(
  { access, models, clock }: GetModelDependencies,
  { principal }: Caller,
  { model, tenant, cluster }: ModelSelector,
): ObservedModel {
  const places = access
    .ownedTenants(principal)
    .filter(
      place =>
        (tenant === undefined || place.namespace === tenant) &&
        (cluster === undefined || place.cluster === cluster),
    );
  const isRead = (place: TenantPlace) =>
    models.freshness(place, clock()).state !== 'unread';
  const [first, ...others] = places
    .filter(isRead)
    .flatMap(place => models.find(place, model) ?? []);
  if (!first) {
    // It may be in a tenant that was not read yet.
    places.forEach(place => models.requireSynced(place));
    throw new NotFoundError(`There is no model "${model}" that you may see`);
  }
  if (others.length > 0) {
    const choices = [first, ...others]
      .map(
        found =>
          `?tenant=${found.tenant.namespace}&cluster=${found.tenant.cluster}`,
      )
      .join(', ');
    throw new ConflictError(
      `Several models that you may see are called "${model}"; choose one: ${choices}`,
    );
  }
  return models.require(first.tenant, model);
}

/** The caller owns the tenant, so to him nothing of it is hidden. */
function publicationView({
  runtime,
  state,
}: FoundPublication): ListedPublication {
  return listedPublication(
    look(runtime, state) ?? unseen(runtime, state),
    'publisher',
  );
}
