import {
  getPublicationOperation,
  keyRotatePermission,
  listPublicationsOperation,
  publicationCreatePermission,
  publicationDeletePermission,
  publicationReadPermission,
  publishOperation,
  rotateKeyOperation,
  unpublishOperation,
} from '@inference-portal/plugin-model-publishing-common';
import { route } from './route';

export const publishRoute = route({
  operation: publishOperation,
  permission: publicationCreatePermission,
  audit: { eventId: 'publication-create', severityLevel: 'medium' },
  handler: async ({ principal, params, body, useCases }) => ({
    body: await useCases.publish(principal, params.model, body.config),
  }),
});

export const getPublicationRoute = route({
  operation: getPublicationOperation,
  permission: publicationReadPermission,
  handler: async ({ principal, params, query, useCases }) => ({
    body: await useCases.getPublication(principal, {
      model: params.model,
      tenant: query.tenant,
    }),
  }),
});

export const listPublicationsRoute = route({
  operation: listPublicationsOperation,
  permission: publicationReadPermission,
  handler: async ({ principal, query, useCases }) => ({
    body: await useCases.listPublications(principal, query),
  }),
});

export const unpublishRoute = route({
  operation: unpublishOperation,
  permission: publicationDeletePermission,
  audit: { eventId: 'publication-delete', severityLevel: 'high' },
  handler: async ({ principal, params, query, useCases }) => {
    const body = await useCases.unpublish(principal, {
      model: params.model,
      tenant: query.tenant,
    });
    return { body, status: body.phase === 'Unpublished' ? 200 : 202 };
  },
});

export const rotateKeyRoute = route({
  operation: rotateKeyOperation,
  permission: keyRotatePermission,
  audit: { eventId: 'key-rotate', severityLevel: 'medium' },
  handler: async ({ principal, params, query, useCases }) => ({
    body: await useCases.rotateKey(principal, {
      model: params.model,
      tenant: query.tenant,
    }),
  }),
});
