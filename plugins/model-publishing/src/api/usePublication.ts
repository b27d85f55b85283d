import { useApi } from '@backstage/core-plugin-api';
import { ResponseError } from '@backstage/errors';
import {
  PublicationRef,
  ReadPublication,
} from '@inference-portal/plugin-model-publishing-common';
import { useQuery } from '@tanstack/react-query';
import { modelPublishingApiRef } from './ModelPublishingApi';
import { queryKeys } from './queryKeys';
import { withoutKey } from './withoutKey';

/** How long to wait between two looks at a publication that is still coming up, in milliseconds. */
const POLL_MS = 2000;

/** A publication with the hint of its key, never with the key. */
export type KnownPublication = Omit<ReadPublication, 'apiKey'>;

/** The publication of one model; null when there is none, or none that the user may see. */
export function usePublication(
  ref: PublicationRef,
  options: {
    /** Looks again and again until it is there and nothing about it is unknown. */
    untilSettled?: boolean;
    /** The same, but only while it is there. */
    whileUnsettled?: boolean;
  } = {},
) {
  const { model, tenant, cluster } = ref;
  const api = useApi(modelPublishingApiRef);
  return useQuery({
    queryKey: queryKeys.publication(ref),
    queryFn: async (): Promise<KnownPublication | null> => {
      try {
        return withoutKey(await api.getPublication(model, tenant, cluster))
          .rest;
      } catch (error) {
        if (ResponseError.is(error) && error.statusCode === 404) {
          return null;
        }
        throw error;
      }
    },
    refetchInterval: ({ state: { data } }) => {
      const isAwaited = data ? options.whileUnsettled : false;
      return (options.untilSettled || isAwaited) && !isSettled(data)
        ? POLL_MS
        : false;
    },
  });
}

/** Whether there is nothing left to wait for: published, and nothing about it is still unknown. */
function isSettled(publication: KnownPublication | null | undefined): boolean {
  return (
    publication?.phase === 'Published' &&
    publication.conditions.every(({ status }) => status === 'True')
  );
}
