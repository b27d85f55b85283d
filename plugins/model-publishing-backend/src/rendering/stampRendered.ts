import { createHash } from 'node:crypto';
import { RenderedObject } from './RenderedObject';

/** Annotation with a hash of what was rendered: tells when a field is no longer rendered. */
export const RENDERED_ANNOTATION = 'inference-portal.io/rendered';

/** Adds the hash of an object to its annotations. */
export function stampRendered<T extends RenderedObject>(object: T): T {
  const hash = createHash('sha256')
    .update(JSON.stringify(object))
    .digest('hex')
    .slice(0, 16);
  const annotations = {
    ...object.metadata.annotations,
    [RENDERED_ANNOTATION]: hash,
  };
  return { ...object, metadata: { ...object.metadata, annotations } };
}
