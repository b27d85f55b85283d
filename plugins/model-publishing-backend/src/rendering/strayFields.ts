import { KubernetesObject } from '../cluster/defineResource';
import { isMap, isOurApply } from './fieldManager';
import { RenderedObject } from './RenderedObject';

/**
 * Fields that somebody else has added to the spec of a rendered object, such as `spec.rateLimit.type`, which would
 * switch the other kind of limits off. Server-side apply leaves them alone; only a replacement removes them.
 */
export function strayFields(
  rendered: RenderedObject,
  live: KubernetesObject,
): string[] {
  const { managedFields = [] } = live.metadata;
  const paths = managedFields
    .filter(entry => !isOurApply(entry) && !entry.subresource)
    .flatMap(({ fieldsV1 }) =>
      isMap(fieldsV1)
        ? strayPaths(fieldsV1['f:spec'], rendered.spec, 'spec')
        : [],
    );
  return [...new Set(paths)];
}

/** The live object as it has to be put (not applied) to be rid of its stray fields. */
export function withoutStrayFields(
  rendered: RenderedObject,
  live: KubernetesObject,
): KubernetesObject {
  return { ...live, spec: rendered.spec };
}

function strayPaths(fields: unknown, value: unknown, path: string): string[] {
  if (!isMap(fields)) {
    return [];
  }
  if (value === undefined) {
    return [path];
  }
  return isMap(value)
    ? Object.entries(fields)
        .filter(([name]) => name.startsWith('f:'))
        .map(([name, inner]) => ({ name: name.slice(2), inner }))
        .flatMap(({ name, inner }) =>
          strayPaths(inner, value[name], `${path}.${name}`),
        )
    : [];
}
