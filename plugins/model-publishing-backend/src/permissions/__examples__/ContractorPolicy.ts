import {
  AuthorizeResult,
  isPermission,
  isResourcePermission,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  PermissionPolicy,
  PolicyQuery,
  PolicyQueryUser,
} from '@backstage/plugin-permission-node';
import {
  createPublicationConditionalDecision,
  publicationConditions,
} from '@inference-portal/plugin-model-publishing-backend';
import {
  keyRevealPermission,
  publicationDeletePermission,
  RESOURCE_TYPE_MODEL_PUBLICATION,
} from '@inference-portal/plugin-model-publishing-common';

const { hasModelType, isPublisher, isTenantMember } = publicationConditions;

/** No key is shown again, admins unpublish what their own teams have published, and contractors see little. */
export class ContractorPolicy implements PermissionPolicy {
  async handle(
    { permission }: PolicyQuery,
    user?: PolicyQueryUser,
  ): Promise<PolicyDecision> {
    const claims = user?.info.ownershipEntityRefs ?? [];
    if (isPermission(permission, keyRevealPermission)) {
      return { result: AuthorizeResult.DENY };
    }
    if (isPermission(permission, publicationDeletePermission)) {
      return createPublicationConditionalDecision(
        permission,
        isPublisher({ claims }),
      );
    }
    if (
      isResourcePermission(permission, RESOURCE_TYPE_MODEL_PUBLICATION) &&
      claims.includes('group:default/contractors')
    ) {
      return createPublicationConditionalDecision(permission, {
        allOf: [
          isTenantMember({ claims }),
          hasModelType({ modelTypes: ['traditional'] }),
        ],
      });
    }
    return { result: AuthorizeResult.ALLOW };
  }
}
