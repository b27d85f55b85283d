import { KubernetesObject } from '../ObjectStore';

const complete = new WeakMap<KubernetesObject, string>();
const bare = new WeakMap<KubernetesObject, string>();

/** The object as JSON, written once for all readers: stored objects never change. */
export function jsonOf(object: KubernetesObject): string {
  return remembered(complete, object, () => JSON.stringify(object));
}

/** As an item of a list of a built-in kind, which names the kind once for all items. */
export function bareJsonOf(object: KubernetesObject): string {
  return remembered(bare, object, () =>
    JSON.stringify({ ...object, apiVersion: undefined, kind: undefined }),
  );
}

function remembered(
  cache: WeakMap<KubernetesObject, string>,
  object: KubernetesObject,
  write: () => string,
): string {
  const known = cache.get(object);
  if (known !== undefined) {
    return known;
  }
  const json = write();
  cache.set(object, json);
  return json;
}
