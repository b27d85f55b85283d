import { useApi } from '@backstage/core-plugin-api';
import { ResponseError } from '@backstage/errors';
import { PublicationPatch } from '@inference-portal/plugin-model-publishing-common';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { modelPublishingApiRef } from './ModelPublishingApi';
import { queryKeys } from './queryKeys';
import { KnownPublication } from './usePublication';

/** Changes a publication, provided that it still is as the user sees it. Otherwise it is read again. */
export function useChangeAccess({
  modelName: model,
  tenantId: tenant,
  cluster,
  etag,
}: KnownPublication) {
  const api = useApi(modelPublishingApiRef);
  const queryClient = useQueryClient();
  const readAgain = () =>
    queryClient.invalidateQueries({ queryKey: queryKeys.all });
  return useMutation({
    mutationFn: (patch: PublicationPatch) =>
      api.update({ model, tenant, cluster }, patch, { ifMatch: etag }),
    onSuccess: readAgain,
    onError: async error => {
      if (isOutdated(error)) {
        await readAgain();
      }
    },
  });
}

/** Whether a change was refused because somebody else has made one. */
export function isOutdated(error: Error): boolean {
  return ResponseError.is(error) && error.statusCode === 412;
}
