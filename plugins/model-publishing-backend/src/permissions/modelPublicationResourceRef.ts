import { createPermissionResourceRef } from '@backstage/plugin-permission-node';
import { RESOURCE_TYPE_MODEL_PUBLICATION } from '@inference-portal/plugin-model-publishing-common';
import { PublicationResource } from '../tenancy/Caller';

/** A publication as rules see it. */
export interface RuledPublication extends PublicationResource {
  /** Refs of those who own the publishing tenant. */
  publisherOwners: string[];
  /** Refs of those who own the tenants that may use the model. */
  consumerOwners: string[];
}

/** What a rule becomes for lists, which are answered from memory: its parameters are read once for all of them. */
export type PublicationFilter = (publication: RuledPublication) => boolean;

/** Published models, for rules of permission policies. */
export const modelPublicationResourceRef = createPermissionResourceRef<
  RuledPublication,
  PublicationFilter
>().with({
  pluginId: 'model-publishing',
  resourceType: RESOURCE_TYPE_MODEL_PUBLICATION,
});
