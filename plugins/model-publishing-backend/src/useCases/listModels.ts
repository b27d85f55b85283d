import { Model } from '@inference-portal/plugin-model-publishing-common';
import { ObservedModel } from '../models/ModelDirectory';
import { Caller } from '../tenancy/Caller';
import { pageOf } from './pageOf';
import { UseCaseDependencies } from './UseCaseDependencies';
import { Page, PageRequest } from './UseCases';

/** A page of the models in the caller's tenants, published or not, by name. */
export async function listModels(
  deps: UseCaseDependencies,
  caller: Caller,
  query: PageRequest & { tenant?: string; name?: string },
): Promise<Page<Model>> {
  const tenants = deps.access
    .ownedTenants(caller.principal)
    .filter(
      ({ namespace }) =>
        query.tenant === undefined || namespace === query.tenant,
    );
  const models = tenants
    .flatMap(tenant => deps.models.list(tenant))
    .filter(({ name }) => query.name === undefined || name === query.name);
  const published = new Set(
    deps.publications
      .list(tenants)
      .map(({ state }) => `${state.cluster}/${state.tenant}/${state.model}`),
  );
  const page = pageOf(
    models,
    ({ name, tenant }) => `${name} ${tenant.namespace} ${tenant.cluster}`,
    query,
  );
  return {
    ...page,
    items: page.items.map(model => modelView(model, published)),
  };
}

function modelView(model: ObservedModel, published: Set<string>): Model {
  const {
    name,
    tenant,
    kind,
    modelType,
    modelTypeRule,
    modelFormat,
    ready,
    reason,
  } = model;
  return {
    name,
    tenantId: tenant.namespace,
    cluster: tenant.cluster,
    kind,
    modelType,
    modelTypeRule,
    modelFormat,
    ready,
    reason,
    published: published.has(`${tenant.cluster}/${tenant.namespace}/${name}`),
  };
}
