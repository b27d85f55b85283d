import { z } from 'zod';

/** How new that is what the portal knows of one cluster. */
export const clusterFreshnessSchema = z.object({
  name: z.string(),
  state: z
    .enum(['live', 'stale', 'unread'])
    .describe(
      'live: changes are seen as they happen. stale: the cluster is away, this is what was seen last. unread: nothing was seen yet',
    ),
  asOf: z.iso
    .datetime()
    .nullable()
    .describe('When everything was certainly as shown; null when unread'),
});
export type ClusterFreshness = z.infer<typeof clusterFreshnessSchema>;

/** How new an answer is that was given from what the portal has seen. */
export const freshnessSchema = z.object({
  state: z
    .enum(['live', 'stale'])
    .describe('stale when one of the clusters is not live'),
  asOf: z.iso.datetime().describe('The oldest of the clusters'),
  clusters: z.array(clusterFreshnessSchema),
});
export type Freshness = z.infer<typeof freshnessSchema>;
