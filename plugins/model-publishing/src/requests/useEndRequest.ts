import { useApi } from '@backstage/core-plugin-api';
import { AccessRequest } from '@inference-portal/plugin-model-publishing-common';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { modelPublishingApiRef } from '../api/ModelPublishingApi';
import { queryKeys } from '../api/queryKeys';

/** What can become of an open request. */
export type RequestAction = 'approve' | 'decline' | 'withdraw';

/** Approves, declines or withdraws a request; the reason is for those on the other side. */
export function useEndRequest({ id }: AccessRequest, action: RequestAction) {
  const api = useApi(modelPublishingApiRef);
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (reason: string) => {
      switch (action) {
        case 'approve':
          return api.decideAccessRequest(id, {
            decision: action,
            ...(reason && { reason }),
          });
        case 'decline':
          return api.decideAccessRequest(id, { decision: action, reason });
        case 'withdraw':
          return api.withdrawAccessRequest(id);
        default:
          return action satisfies never;
      }
    },
    onSettled: () => {
      // Also after a failure: somebody else may have decided.
      queryClient.invalidateQueries({ queryKey: queryKeys.all });
    },
  });
}
