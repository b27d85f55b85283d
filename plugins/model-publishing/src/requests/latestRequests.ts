import { AccessRequest } from '@inference-portal/plugin-model-publishing-common';

/** Of each tenant the last request, of a list that has the newest first. */
export function latestRequests(requests: AccessRequest[]): AccessRequest[] {
  const seen = new Set<string>();
  return requests.filter(({ tenantId }) => {
    const isLatest = !seen.has(tenantId);
    seen.add(tenantId);
    return isLatest;
  });
}
