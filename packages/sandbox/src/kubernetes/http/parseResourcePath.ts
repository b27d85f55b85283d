import { unknownAddress } from '../errors/statusErrors';
import { ServedType, typeOfPlural } from '../kinds/resourceTypes';

/** What the path of a request leads to. */
export interface ResourcePath {
  readonly type: ServedType;
  readonly namespace?: string;
  /** Absent: the collection. */
  readonly name?: string;
  readonly subresource?: 'status';
}

/**
 * Reads `/api/v1/...` and `/apis/<group>/<version>/...`. Undefined for a kind that is not served; throws 404 for a
 * subresource that does not exist.
 */
export function parseResourcePath(path: string): ResourcePath | undefined {
  const [root, ...segments] = path
    .split('/')
    .filter(Boolean)
    .map(decodeURIComponent);
  const group = root === 'apis' ? segments.shift() : '';
  const version = segments.shift();
  if ((root !== 'api' && root !== 'apis') || group === undefined) {
    return undefined;
  }
  const isNamespaced =
    segments[0] === 'namespaces' &&
    segments.length > 2 &&
    segments[2] !== 'status';
  const namespace = isNamespaced ? segments.splice(0, 2)[1] : undefined;
  const [plural = '', name, subresource, ...rest] = segments;
  const type = typeOfPlural(plural, group);
  if (!type || type.version !== version || (namespace && !type.namespaced)) {
    return undefined;
  }
  if (
    rest.length > 0 ||
    (subresource && !(subresource === 'status' && type.hasStatus))
  ) {
    throw unknownAddress();
  }
  if (type.namespaced && name && !namespace) {
    throw unknownAddress();
  }
  return {
    type,
    ...(namespace && { namespace }),
    ...(name && { name }),
    ...(subresource && { subresource: 'status' as const }),
  };
}
