import { Model } from '@inference-portal/plugin-model-publishing-common';
import { ObservedModel } from '../models/ModelDirectory';

/** A model as lists show it. */
export function modelView(
  {
    name,
    tenant,
    kind,
    modelType,
    modelTypeRule,
    openaiPrefix,
    modelFormat,
    ready,
    reason,
    upstream,
  }: ObservedModel,
  published: boolean,
): Model {
  return {
    name,
    tenantId: tenant.namespace,
    cluster: tenant.cluster,
    kind,
    modelType,
    modelTypeRule,
    openaiPrefix,
    modelFormat,
    ready,
    reason,
    ...(!upstream.ok && {
      problem: { reason: upstream.reason, message: upstream.message },
    }),
    published,
  };
}
