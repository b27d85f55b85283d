import { StoredAccessRequest } from '../accessRequests/AccessRequestStore';
import { News, Recipient } from './OwnerNotifier';
import { publicationPath } from './publicationPath';

/** Tells the owners of the publishing tenant that somebody asks. */
export function accessRequested(request: StoredAccessRequest) {
  const { cluster, model, publisherTenant, requestedBy, tenant } = request;
  return [
    {
      ownersOf: { cluster, namespace: publisherTenant },
      except: isUser(requestedBy) ? requestedBy : undefined,
    },
    {
      ...about(request),
      title: `Tenant ${tenant} asks for access to model ${model}`,
      description: `Approve or decline it on the page of the published model. Tenant ${publisherTenant} has published it, in cluster ${cluster}.`,
    },
  ] satisfies [Recipient, News];
}

/** Tells whoever has asked what was decided; the owners of the tenant if it was a service. */
export function accessDecided(request: StoredAccessRequest) {
  const { cluster, model, requestedBy, state, tenant } = request;
  const recipient: Recipient = isUser(requestedBy)
    ? { user: requestedBy }
    : { ownersOf: { cluster, namespace: tenant } };
  return [
    recipient,
    state === 'approved'
      ? {
          ...about(request),
          title: `Tenant ${tenant} may use model ${model}`,
          description:
            'The request for access was approved. Create an API key on the page of the published model.',
        }
      : {
          ...about(request),
          title: `Tenant ${tenant} may not use model ${model}`,
          description:
            'The request for access was declined. The page of the published model says why.',
        },
  ] satisfies [Recipient, News];
}

function about(request: StoredAccessRequest) {
  const { cluster, publisherTenant, model, publicationUid, tenant } = request;
  return {
    link: publicationPath(
      { cluster, tenant: publisherTenant, model },
      'access',
    ),
    topic: 'access-requests' as const,
    // Of all requests of that tenant: whoever asks again and again is heard once.
    scope: `access-of-${tenant}-to-${publicationUid}`,
  };
}

function isUser(name: string): boolean {
  return name.startsWith('user:');
}
