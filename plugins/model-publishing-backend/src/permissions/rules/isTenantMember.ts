import { createPermissionRule } from '@backstage/plugin-permission-node';
import {
  modelPublicationResourceRef,
  RuledPublication,
} from '../modelPublicationResourceRef';
import { Claims, claimsSchema, hasOwner } from './claims';

const matches = (
  { publisherOwners, consumerOwners }: RuledPublication,
  { claims }: Claims,
) => hasOwner(publisherOwners, claims) || hasOwner(consumerOwners, claims);

/** Publications that one of the claims has to do with: as an owner of the publishing tenant or of an allowed one. */
export const isTenantMember = createPermissionRule({
  name: 'IS_TENANT_MEMBER',
  description:
    'Allow published models that tenants of one of the claims have published or may use',
  resourceRef: modelPublicationResourceRef,
  paramsSchema: claimsSchema,
  apply: matches,
  toQuery: params => publication => matches(publication, params),
});
