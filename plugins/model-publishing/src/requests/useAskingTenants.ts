import { useAccessRequests } from '../api/useAccessRequests';
import { KnownPublication } from '../api/usePublication';
import { useTenants } from '../api/useTenants';
import { latestRequests } from './latestRequests';

/** More than there are of one publication and one user. */
const LIMIT = 200;

/** What became of the requests of the user's tenants for a publication, and which tenants can still ask. */
export function useAskingTenants({
  modelName: model,
  tenantId: tenant,
  cluster,
  authentication,
}: KnownPublication) {
  const tenants = useTenants();
  const requests = useAccessRequests({
    role: 'requester',
    model,
    tenant,
    cluster,
    limit: LIMIT,
  });
  const refetch = () => {
    tenants.refetch();
    requests.refetch();
  };
  const error = tenants.error ?? requests.error;
  if (error) {
    return { status: 'failed', error, refetch } as const;
  }
  if (!tenants.data || !requests.data) {
    return { status: 'loading' } as const;
  }
  const withoutAccess = tenants.data.items
    .filter(owned => owned.cluster === cluster)
    .map(({ tenantId }) => tenantId)
    .filter(id => !authentication.allowedTenants.includes(id));
  const latest = latestRequests(
    // A publication that is gone had another uid: what was said of it does not count for this one.
    requests.data.items.filter(({ isPublished }) => isPublished),
  ).filter(({ tenantId }) => withoutAccess.includes(tenantId));
  const pending = latest.filter(({ state }) => state === 'pending');
  return {
    status: 'known',
    withoutAccess,
    pending,
    declined: latest.filter(({ state }) => state === 'declined'),
    canAsk: withoutAccess.filter(
      id => !pending.some(({ tenantId }) => tenantId === id),
    ),
  } as const;
}
