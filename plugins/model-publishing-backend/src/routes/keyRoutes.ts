import {
  createKeyOperation,
  IssuedApiKey,
  keyCreatePermission,
  keyReadPermission,
  keyRevokePermission,
  keyRotatePermission,
  listKeysOperation,
  revokeKeyOperation,
  revokeKeysOperation,
  rotateKeyOperation,
  rotateOneKeyOperation,
  usageReadPermission,
} from '@inference-portal/plugin-model-publishing-common';
import { route } from './route';

export const listKeysRoute = route({
  operation: listKeysOperation,
  permission: keyReadPermission,
  usagePermission: usageReadPermission,
  handler: async ({ caller, params, query, useCases }) => {
    const { tenant, cluster, ...filter } = query;
    const selector = { ...params, tenant, cluster };
    return { body: await useCases.listKeys(caller, selector, filter) };
  },
});

export const createKeyRoute = route({
  operation: createKeyOperation,
  permission: keyCreatePermission,
  audit: { eventId: 'key-create', severityLevel: 'medium' },
  handler: async ({ caller, params, query, body, request, useCases }) => {
    const selector = { ...params, ...query };
    const issued = await useCases.createKey(caller, selector, {
      ...body,
      request,
    });
    return { body: issued, auditMeta: metaOf(issued) };
  },
});

export const rotateKeyRoute = route({
  operation: rotateKeyOperation,
  permission: keyRotatePermission,
  audit: { eventId: 'key-rotate', severityLevel: 'medium' },
  handler: async ({ caller, params, query, body, request, useCases }) => {
    const selector = { ...params, ...query };
    const rotated = await useCases.rotateKey(caller, selector, {
      ...body,
      request,
    });
    return { body: rotated, auditMeta: metaOf(rotated) };
  },
});

export const rotateOneKeyRoute = route({
  operation: rotateOneKeyOperation,
  permission: keyRotatePermission,
  audit: { eventId: 'key-rotate', severityLevel: 'medium' },
  handler: async ({ caller, params, query, body, request, useCases }) => {
    const { keyId, model } = params;
    const selector = { model, ...query };
    const rotated = await useCases.rotateOneKey(caller, selector, keyId, {
      ...body,
      request,
    });
    return { body: rotated, auditMeta: metaOf(rotated) };
  },
});

export const revokeKeyRoute = route({
  operation: revokeKeyOperation,
  permission: keyRevokePermission,
  audit: { eventId: 'key-revoke', severityLevel: 'high' },
  handler: async ({ caller, params, query, useCases }) => {
    const { keyId, model } = params;
    const selector = { model, ...query };
    return {
      body: await useCases.revokeKey(caller, selector, keyId),
      auditMeta: { keyId },
    };
  },
});

export const revokeKeysRoute = route({
  operation: revokeKeysOperation,
  permission: keyRevokePermission,
  audit: { eventId: 'key-revoke', severityLevel: 'high' },
  handler: async ({ caller, params, query, body, request, useCases }) => {
    const { dryRun, ...tenantAndCluster } = query;
    const { all: _all, ...choice } = body;
    const revoked = await useCases.revokeKeys(
      caller,
      { ...params, ...tenantAndCluster },
      { ...choice, dryRun, request },
    );
    const keyIds = revoked.keys.map(({ id }) => id);
    return { body: revoked, auditMeta: { dryRun, keyIds } };
  },
});

function metaOf({ apiKeyId, key }: IssuedApiKey) {
  return { keyId: apiKeyId, keyTenant: key.tenantId };
}
