import { useApi } from '@backstage/core-plugin-api';
import {
  PublicationRef,
  UsageGrouping,
} from '@inference-portal/plugin-model-publishing-common';
import { useQuery } from '@tanstack/react-query';
import { askedRangeOf, UsageRange } from '../usage/usageRange';
import { modelPublishingApiRef } from './ModelPublishingApi';
import { queryKeys } from './queryKeys';

/** How much one publication was used over a time, told apart by one thing or not at all. */
export function useUsage(
  ref: PublicationRef,
  view: { range: UsageRange; groupBy?: UsageGrouping },
  options: { enabled?: boolean } = {},
) {
  const api = useApi(modelPublishingApiRef);
  const { range, groupBy } = view;
  return useQuery({
    // By the range and not by its times: it is the same question a minute later.
    queryKey: queryKeys.usage(ref, view),
    queryFn: () =>
      api.getUsage(ref, { ...askedRangeOf(range, new Date()), groupBy }),
    ...options,
  });
}
