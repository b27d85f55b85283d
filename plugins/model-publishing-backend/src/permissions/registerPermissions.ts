import { PermissionsRegistryService } from '@backstage/backend-plugin-api';
import {
  modelPublishingPermissions,
  publicationPermissions,
} from '@inference-portal/plugin-model-publishing-common';
import { PublicationResource } from '../tenancy/Caller';
import { TenantAccess } from '../tenancy/TenantAccess';
import { modelPublicationResourceRef } from './modelPublicationResourceRef';
import { createPolicyReader, PolicyReader } from './PolicyReader';
import { publicationRules } from './publicationConditions';
import { ruledPublicationOf } from './ruledPublicationOf';

/** Tells the permission framework what this product's policies can be about. */
export function registerPermissions(options: {
  permissionsRegistry: PermissionsRegistryService;
  access: Pick<TenantAccess, 'ownersOf'>;
  /** The cluster of refs that name none. */
  defaultCluster: string;
  /** Finds a publication by its ref: its cluster and its id. */
  findPublication(cluster: string, id: string): PublicationResource | undefined;
}): PolicyReader {
  const { permissionsRegistry, access, defaultCluster } = options;
  permissionsRegistry.addPermissions(modelPublishingPermissions);
  permissionsRegistry.addResourceType({
    resourceRef: modelPublicationResourceRef,
    permissions: publicationPermissions,
    rules: Object.values(publicationRules),
    getResources: async refs =>
      refs.map(ref => {
        const slash = ref.lastIndexOf('/');
        const cluster = slash < 0 ? defaultCluster : ref.slice(0, slash);
        const found = options.findPublication(cluster, ref.slice(slash + 1));
        return found && ruledPublicationOf(found, access);
      }),
  });
  return createPolicyReader({
    ruleset: permissionsRegistry.getPermissionRuleset(
      modelPublicationResourceRef,
    ),
    access,
  });
}
