import { useApi } from '@backstage/core-plugin-api';
import { useQuery } from '@tanstack/react-query';
import { modelPublishingApiRef } from './ModelPublishingApi';
import { queryKeys } from './queryKeys';

/** Pause between two looks at gateways, in milliseconds. They change without anybody doing something here. */
const LOOK_MS = 30_000;

/** All gateways with their health, looked at again while they are shown. Refused (403) to who is no admin. */
export function useGateways() {
  const api = useApi(modelPublishingApiRef);
  return useQuery({
    queryKey: queryKeys.gateways,
    queryFn: () => api.listGateways(),
    refetchInterval: LOOK_MS,
  });
}
