import { z } from 'zod';

const conditions = z.array(
  z.object({
    type: z.string(),
    status: z.string(),
    reason: z.string(),
    message: z.string(),
    observedGeneration: z.number().optional(),
    lastTransitionTime: z.iso.datetime(),
  }),
);

const reference = z.object({ sectionName: z.string().optional() });

const entry = z.object({
  ancestorRef: reference.optional(),
  parentRef: reference.optional(),
  controllerName: z.literal('gateway.envoyproxy.io/gatewayclass-controller'),
  conditions,
});

const reported = z.object({
  apiVersion: z.string(),
  metadata: z.object({ generation: z.number() }),
  status: z
    .object({
      conditions: conditions.optional(),
      ancestors: z.array(entry).optional(),
      parents: z.array(entry).optional(),
    })
    .optional(),
});

/**
 * The conditions of an object's status for one listener (or for none) as `<status> <reason> <message>`, or null when
 * there is no such entry. Conditions of an older generation are left out; the AI Gateway tells none (stack-proof 8).
 */
export function conditionsOf(
  object: unknown,
  sectionName?: string,
): Record<string, string> | null {
  const { apiVersion, metadata, status } = reported.parse(object);
  const generation = apiVersion.startsWith('aigateway.')
    ? undefined
    : metadata.generation;
  const entries = status?.ancestors ?? status?.parents ?? [];
  const found =
    status?.conditions ??
    entries.find(
      candidate =>
        (candidate.ancestorRef ?? candidate.parentRef)?.sectionName ===
        sectionName,
    )?.conditions;
  return found
    ? Object.fromEntries(
        found
          .filter(item => item.observedGeneration === generation)
          .map(item => [
            item.type,
            `${item.status} ${item.reason} ${item.message}`,
          ]),
      )
    : null;
}
