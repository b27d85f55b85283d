import { createPermissionRule } from '@backstage/plugin-permission-node';
import {
  modelPublicationResourceRef,
  RuledPublication,
} from '../modelPublicationResourceRef';
import { Claims, claimsSchema, hasOwner } from './claims';

const matches = ({ publisherOwners }: RuledPublication, { claims }: Claims) =>
  hasOwner(publisherOwners, claims);

/** Publications whose publishing tenant one of the claims owns. */
export const isPublisher = createPermissionRule({
  name: 'IS_PUBLISHER',
  description: 'Allow published models of tenants that one of the claims owns',
  resourceRef: modelPublicationResourceRef,
  paramsSchema: claimsSchema,
  apply: matches,
  toQuery: params => publication => matches(publication, params),
});
