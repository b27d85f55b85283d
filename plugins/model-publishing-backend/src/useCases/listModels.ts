import {
  Model,
  ModelList,
  ModelSort,
  ModelType,
  SortOrder,
} from '@inference-portal/plugin-model-publishing-common';
import { Caller } from '../tenancy/Caller';
import { keyOfTenant } from '../tenancy/Tenant';
import { modelView } from './modelView';
import { pageOf } from './pageOf';
import { readTenants } from './readTenants';
import { UseCaseDependencies } from './UseCaseDependencies';
import { PageRequest } from './UseCases';

/** What is asked for of the list of models; by name unless it says otherwise. */
export interface ModelListRequest extends PageRequest {
  tenant?: string;
  cluster?: string;
  /** Exactly this one. */
  name?: string;
  type?: ModelType;
  ready?: boolean;
  published?: boolean;
  /** Text in names and format; case does not matter. */
  q?: string;
  sort?: ModelSort;
  order?: SortOrder;
}

/** A page of the models in the caller's tenants, published or not, from what the watches have seen. Makes no call. */
export async function listModels(
  deps: Pick<
    UseCaseDependencies,
    'access' | 'models' | 'publications' | 'clock'
  >,
  { principal }: Caller,
  request: ModelListRequest,
): Promise<ModelList> {
  const { limit, cursor, sort = 'name', order = 'asc', ...filter } = request;
  const tenants = deps.access
    .ownedTenants(principal)
    .filter(
      ({ namespace, cluster }) =>
        isWanted(filter.tenant, namespace) && isWanted(filter.cluster, cluster),
    );
  const { read, freshness } = readTenants(deps.models, tenants, deps.clock());
  const published = new Set(
    deps.publications
      .list(tenants)
      .map(({ state: { cluster, tenant, kind, model } }) =>
        [cluster, tenant, kind, model].join('/'),
      ),
  );
  const models = read
    .flatMap(tenant =>
      deps.models
        .list(tenant)
        .map(model =>
          modelView(
            model,
            published.has(`${keyOfTenant(tenant)}/${model.kind}/${model.name}`),
          ),
        ),
    )
    .filter(modelFilter(filter));
  const page = pageOf(
    models,
    model => sortKeyOf(sort, model),
    { limit, cursor },
    { sort, order },
  );
  return { ...page, freshness };
}

function modelFilter(
  wanted: Pick<ModelListRequest, 'name' | 'type' | 'ready' | 'published' | 'q'>,
): (model: Model) => boolean {
  const text = wanted.q?.toLowerCase() ?? '';
  return ({ name, tenantId, modelFormat = '', ...model }) =>
    isWanted(wanted.name, name) &&
    isWanted(wanted.type, model.modelType) &&
    isWanted(wanted.ready, model.ready) &&
    isWanted(wanted.published, model.published) &&
    // No name holds a line break, so no text matches across two of them.
    `${name}\n${tenantId}\n${modelFormat}`.toLowerCase().includes(text);
}

function isWanted<T>(wanted: T | undefined, found: T): boolean {
  return wanted === undefined || wanted === found;
}

/** What the list is sorted by, and then what differs between any two models. */
function sortKeyOf(
  sort: ModelSort,
  { name, tenantId, cluster, kind, modelType, ready }: Model,
): string {
  // A space is before every character that names may have, so shorter names come first.
  const rest = `${name} ${tenantId} ${cluster} ${kind}`;
  switch (sort) {
    case 'name':
      return rest;
    case 'tenant':
      return `${tenantId} ${rest}`;
    case 'type':
      return `${modelType} ${rest}`;
    case 'ready':
      return `${ready ? 1 : 0} ${rest}`;
    default:
      throw new Error(`Unexpected sort ${sort satisfies never}`);
  }
}
