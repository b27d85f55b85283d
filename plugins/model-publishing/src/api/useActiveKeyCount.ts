import { useApi } from '@backstage/core-plugin-api';
import { useQuery } from '@tanstack/react-query';
import { modelPublishingApiRef } from './ModelPublishingApi';
import { queryKeys } from './queryKeys';
import { KnownPublication } from './usePublication';

/** How many keys of a tenant work at the moment. */
export function useActiveKeyCount(
  { modelName: model, tenantId: tenant, cluster }: KnownPublication,
  keyTenant: string,
) {
  const api = useApi(modelPublishingApiRef);
  const ref = { model, tenant, cluster };
  return useQuery({
    queryKey: queryKeys.activeKeys(ref, keyTenant),
    queryFn: async () => {
      const query = { keyTenant, state: 'active', limit: 1 } as const;
      return (await api.listKeys(ref, query)).totalItems;
    },
    // What is asked for before keys are stopped must be how it is.
    staleTime: 0,
  });
}
