import { useApi } from '@backstage/core-plugin-api';
import { PublicationRef } from '@inference-portal/plugin-model-publishing-common';
import {
  keepPreviousData,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import {
  ModelPublishingApi,
  modelPublishingApiRef,
} from './ModelPublishingApi';
import { queryKeys } from './queryKeys';

/** Which keys, page by page. */
export type KeyQuery = NonNullable<
  Parameters<ModelPublishingApi['listKeys']>[1]
>;

/** Which keys are revoked together. */
export type KeyChoice = Parameters<ModelPublishingApi['revokeKeys']>[1];

/** One page of the keys that the user may see of a publication: hints, never a key. */
export function useKeys(ref: PublicationRef, query: KeyQuery) {
  const api = useApi(modelPublishingApiRef);
  return useQuery({
    queryKey: queryKeys.keys(ref, query),
    queryFn: () => api.listKeys(ref, query),
    placeholderData: keepPreviousData,
  });
}

/** Stops one key. */
export function useRevokeKey(ref: PublicationRef) {
  const api = useApi(modelPublishingApiRef);
  const invalidate = useInvalidateAll();
  return useMutation({
    mutationFn: (keyId: string) => api.revokeKey(ref, keyId),
    onSuccess: invalidate,
  });
}

/** Says which keys a choice would stop. */
export function usePlanRevocation(ref: PublicationRef) {
  const api = useApi(modelPublishingApiRef);
  return useMutation({
    mutationFn: (choice: KeyChoice) =>
      api.revokeKeys(ref, choice, { dryRun: true }),
  });
}

/** Stops several keys. */
export function useRevokeKeys(ref: PublicationRef) {
  const api = useApi(modelPublishingApiRef);
  const invalidate = useInvalidateAll();
  return useMutation({
    mutationFn: (choice: KeyChoice) => api.revokeKeys(ref, choice),
    onSuccess: invalidate,
  });
}

/** Not awaited by callers: what was done is to be seen at once, not after lists in the background. */
function useInvalidateAll() {
  const queryClient = useQueryClient();
  return () => {
    queryClient.invalidateQueries({ queryKey: queryKeys.all });
  };
}
