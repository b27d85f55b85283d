import { z } from 'zod';

/** What the gateway reads of an object's metadata. */
export const objectMetadata = z.object({
  name: z.string(),
  namespace: z.string().default(''),
  uid: z.string().default(''),
  resourceVersion: z.string().default(''),
  generation: z.number().default(1),
  creationTimestamp: z.string().default(''),
  annotations: z.record(z.string(), z.string()).default({}),
});

/** `<namespace>/<name>`, as Envoy Gateway writes it into messages. */
export function keyOf(object: {
  metadata: { namespace: string; name: string };
}): string {
  return `${object.metadata.namespace}/${object.metadata.name}`;
}

/** Which object of a policy's namespace the policy applies to. */
export const policyTarget = z.object({
  group: z.string(),
  kind: z.string(),
  name: z.string(),
  sectionName: z.string().optional(),
});

export type PolicyTarget = z.infer<typeof policyTarget>;
