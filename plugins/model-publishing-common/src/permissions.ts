import { createPermission } from '@backstage/plugin-permission-common';

export const modelReadPermission = createPermission({
  name: 'model-publishing.model.read',
  attributes: { action: 'read' },
});
export const publicationReadPermission = createPermission({
  name: 'model-publishing.publication.read',
  attributes: { action: 'read' },
});
export const publicationCreatePermission = createPermission({
  name: 'model-publishing.publication.create',
  attributes: { action: 'create' },
});
export const publicationDeletePermission = createPermission({
  name: 'model-publishing.publication.delete',
  attributes: { action: 'delete' },
});
export const keyRotatePermission = createPermission({
  name: 'model-publishing.key.rotate',
  attributes: { action: 'update' },
});

/** All permissions of this product. They narrow what tenancy allows and never widen it. */
export const modelPublishingPermissions = [
  modelReadPermission,
  publicationReadPermission,
  publicationCreatePermission,
  publicationDeletePermission,
  keyRotatePermission,
];
