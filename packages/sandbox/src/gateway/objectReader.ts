import { z } from 'zod';

/** An object together with what the API server stored, which merging needs because it has no defaults filled in. */
export type WithSource<T> = T & { readonly source: unknown };

export interface Sortable {
  metadata: { creationTimestamp: string; namespace: string; name: string };
}

function ageOf({ metadata }: Sortable): string {
  return `${metadata.creationTimestamp} ${metadata.namespace}/${metadata.name}`;
}

/** Order in which Envoy Gateway and the AI Gateway look at objects. */
function oldestFirst(a: Sortable, b: Sortable): number {
  return ageOf(a) < ageOf(b) ? -1 : 1;
}

/**
 * Reads lists of one kind, the oldest first. What is of another shape is left out. An object that was read before is
 * not read again, because stores replace objects.
 */
export function reader<T extends Sortable>(schema: z.ZodType<T>) {
  const known = new WeakMap<object, WithSource<T> | null>();
  const read = (source: unknown): WithSource<T> | null => {
    const result = schema.safeParse(source);
    return result.success ? { ...result.data, source } : null;
  };
  return (objects: readonly object[]): WithSource<T>[] =>
    objects
      .flatMap(source => {
        const object = known.get(source) ?? read(source);
        known.set(source, object);
        return object ?? [];
      })
      .sort(oldestFirst);
}
