import { createPermission } from '@backstage/plugin-permission-common';

/** What rules of policies are about: one existing publication. Its ref is `<cluster>/<publication id>`. */
export const RESOURCE_TYPE_MODEL_PUBLICATION = 'model-publication';

const resourceType = RESOURCE_TYPE_MODEL_PUBLICATION;

/** See the models of tenants, and the tenants themselves. */
export const modelReadPermission = createPermission({
  name: 'model-publishing.model.read',
  attributes: { action: 'read' },
});

export const publicationReadPermission = createPermission({
  name: 'model-publishing.publication.read',
  attributes: { action: 'read' },
  resourceType,
});
/** Basic, because there is no publication yet that a rule could look at. */
export const publicationCreatePermission = createPermission({
  name: 'model-publishing.publication.create',
  attributes: { action: 'create' },
});
export const publicationUpdatePermission = createPermission({
  name: 'model-publishing.publication.update',
  attributes: { action: 'update' },
  resourceType,
});
export const publicationDeletePermission = createPermission({
  name: 'model-publishing.publication.delete',
  attributes: { action: 'delete' },
  resourceType,
});

export const keyReadPermission = createPermission({
  name: 'model-publishing.key.read',
  attributes: { action: 'read' },
  resourceType,
});
export const keyCreatePermission = createPermission({
  name: 'model-publishing.key.create',
  attributes: { action: 'create' },
  resourceType,
});
export const keyRotatePermission = createPermission({
  name: 'model-publishing.key.rotate',
  attributes: { action: 'update' },
  resourceType,
});
export const keyRevokePermission = createPermission({
  name: 'model-publishing.key.revoke',
  attributes: { action: 'delete' },
  resourceType,
});
/** See a key again; an update, so that a token restricted to reading gets hints only. */
export const keyRevealPermission = createPermission({
  name: 'model-publishing.key.reveal',
  attributes: { action: 'update' },
  resourceType,
});

export const usageReadPermission = createPermission({
  name: 'model-publishing.usage.read',
  attributes: { action: 'read' },
  resourceType,
});

/** See the state of gateways; admins only. */
export const gatewayReadPermission = createPermission({
  name: 'model-publishing.gateway.read',
  attributes: { action: 'read' },
});
/** Use the actions of this product through MCP, and see its pages. */
export const usePermission = createPermission({
  name: 'model-publishing.use',
  attributes: {},
});

/** Permissions about one existing publication, on which policies may decide by rules. */
export const publicationPermissions = [
  publicationReadPermission,
  publicationUpdatePermission,
  publicationDeletePermission,
  keyReadPermission,
  keyCreatePermission,
  keyRotatePermission,
  keyRevokePermission,
  keyRevealPermission,
  usageReadPermission,
];

/** All permissions of this product. They narrow what tenancy allows and never widen it. */
export const modelPublishingPermissions = [
  modelReadPermission,
  publicationCreatePermission,
  gatewayReadPermission,
  usePermission,
  ...publicationPermissions,
];
