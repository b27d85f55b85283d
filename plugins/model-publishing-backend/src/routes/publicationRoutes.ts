import {
  getManifestsOperation,
  getPublicationOperation,
  keyRevealPermission,
  publicationCreatePermission,
  publicationDeletePermission,
  publicationReadPermission,
  publicationUpdatePermission,
  publishOperation,
  unpublishOperation,
  updateOperation,
  usageReadPermission,
} from '@inference-portal/plugin-model-publishing-common';
import { stringify } from 'yaml';
import { route } from './route';

export const publishRoute = route({
  operation: publishOperation,
  permission: publicationCreatePermission,
  audit: { eventId: 'publication-create', severityLevel: 'medium' },
  handler: async ({ caller, params, query, body, request, useCases }) => {
    const { model } = params;
    if (query.dryRun) {
      const plan = await useCases.planPublication(caller, model, body.config);
      return { body: plan, status: 200, auditMeta: { dryRun: true } };
    }
    const published = await useCases.publish(
      caller,
      model,
      body.config,
      request,
    );
    return {
      body: published,
      headers: { ETag: published.etag },
      auditMeta: { publication: published.id, keyId: published.apiKeyId },
    };
  },
});

export const updateRoute = route({
  operation: updateOperation,
  permission: publicationUpdatePermission,
  audit: { eventId: 'publication-update', severityLevel: 'medium' },
  handler: async ({ caller, params, query, body, headers, useCases }) => {
    const { dryRun, ...tenantAndCluster } = query;
    const selector = { ...params, ...tenantAndCluster };
    const options = { ifMatch: headers['if-match'] };
    const { config } = body;
    if (dryRun) {
      return {
        body: await useCases.planUpdate(caller, selector, config, options),
        auditMeta: { dryRun: true },
      };
    }
    const updated = await useCases.update(caller, selector, config, options);
    return {
      body: updated,
      headers: { ETag: updated.etag },
      auditMeta: { changed: Object.keys(config) },
    };
  },
});

export const getPublicationRoute = route({
  operation: getPublicationOperation,
  permission: publicationReadPermission,
  revealPermission: keyRevealPermission,
  usagePermission: usageReadPermission,
  handler: async ({ caller, params, query, useCases }) => {
    const { reveal, ...tenantAndCluster } = query;
    const detail = await useCases.getPublication(
      caller,
      { ...params, ...tenantAndCluster },
      { reveal },
    );
    return {
      body: detail,
      headers: { ETag: detail.etag },
      ...(detail.apiKeyReason === 'revealed' && {
        event: {
          eventId: 'key-reveal',
          severityLevel: 'high' as const,
          meta: { model: detail.modelName, keyId: detail.apiKeyId },
        },
      }),
    };
  },
});

export const getManifestsRoute = route({
  operation: getManifestsOperation,
  permission: publicationReadPermission,
  handler: async ({ caller, params, query, useCases }) => {
    const selector = { ...params, ...query };
    const manifests = await useCases.getManifests(caller, selector);
    return { body: manifests.map(object => stringify(object)).join('---\n') };
  },
});

export const unpublishRoute = route({
  operation: unpublishOperation,
  permission: publicationDeletePermission,
  audit: { eventId: 'publication-delete', severityLevel: 'high' },
  handler: async ({ caller, params, query, request, useCases }) => {
    const selector = { ...params, ...query };
    const body = await useCases.unpublish(caller, selector, request);
    return {
      body,
      status: body.phase === 'Unpublished' ? 200 : 202,
    };
  },
});
