import { z } from 'zod';

/** A Kubernetes DNS label (RFC 1123): namespaces, and names of InferenceServices. */
export const dnsLabelSchema = z
  .string()
  .regex(
    /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/,
    'must be 1 to 63 characters of a-z, 0-9 and -, and begin and end with a letter or digit',
  );

/** A tenant's id: the name of its namespace. */
export const tenantIdSchema = dnsLabelSchema;

export const modelNameSchema = dnsLabelSchema;

/** Where a model lives. Without a cluster, the default cluster is meant. */
export interface ModelRef {
  cluster?: string;
  namespace: string;
  name: string;
}

/**
 * Reads the value of the annotation `inference-portal.io/model`: `[<cluster>/]<namespace>/<name>`.
 *
 * @returns undefined when the value is not of that form
 */
export function parseModelRef(value: string): ModelRef | undefined {
  const parts = value.split('/');
  if (parts.length < 2 || parts.length > 3 || parts.some(part => !part)) {
    return undefined;
  }
  const [name, namespace, cluster] = [...parts].reverse();
  const parsed = z
    .object({ namespace: tenantIdSchema, name: modelNameSchema })
    .safeParse({ namespace, name });
  return parsed.success
    ? { ...(cluster && { cluster }), ...parsed.data }
    : undefined;
}
