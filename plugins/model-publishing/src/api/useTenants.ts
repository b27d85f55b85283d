import { useApi } from '@backstage/core-plugin-api';
import { useQuery } from '@tanstack/react-query';
import { modelPublishingApiRef } from './ModelPublishingApi';
import { queryKeys } from './queryKeys';

/** Tenants change with configuration and catalog, so that lists need not ask again for a while, in milliseconds. */
const TENANTS_ARE_NEW_MS = 60_000;

/** More than there are; whoever has more finds the rest by searching. */
const LIMIT = 200;

/** The tenants that the user may act for. */
export function useTenants() {
  const api = useApi(modelPublishingApiRef);
  return useQuery({
    queryKey: queryKeys.tenants,
    queryFn: () => api.listTenants({ limit: LIMIT }),
    staleTime: TENANTS_ARE_NEW_MS,
  });
}
