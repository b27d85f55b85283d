import { KubernetesObject } from '../ObjectStore';
import { ServedType } from '../kinds/resourceTypes';

/** The objects of one kind. */
export class ObjectTable {
  readonly #namespaces = new Map<string, Map<string, KubernetesObject>>();
  /** Sorted lists, forgotten when they change; the empty name stands for all namespaces. */
  readonly #sorted = new Map<string, readonly KubernetesObject[]>();

  constructor(readonly type: ServedType) {}

  get(namespace = '', name: string): KubernetesObject | undefined {
    return this.#namespaces.get(namespace)?.get(name);
  }

  set(object: KubernetesObject): void {
    const { namespace = '', name } = object.metadata;
    const objects =
      this.#namespaces.get(namespace) ?? new Map<string, KubernetesObject>();
    this.#namespaces.set(namespace, objects.set(name, object));
    this.#forgetSorted(namespace);
  }

  delete(namespace = '', name: string): void {
    this.#namespaces.get(namespace)?.delete(name);
    this.#forgetSorted(namespace);
  }

  /** Sorted by namespace and name. */
  list(namespace = ''): readonly KubernetesObject[] {
    const known = this.#sorted.get(namespace);
    if (known) {
      return known;
    }
    const objects = namespace
      ? [...(this.#namespaces.get(namespace)?.values() ?? [])]
      : [...this.#namespaces.values()].flatMap(each => [...each.values()]);
    const keyed = objects.map(object => [sortKeyOf(object), object] as const);
    const sorted = keyed
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, object]) => object);
    this.#sorted.set(namespace, sorted);
    return sorted;
  }

  #forgetSorted(namespace: string): void {
    this.#sorted.delete(namespace);
    this.#sorted.delete('');
  }
}

/** Lists are in the order of this key, which is what `continue` tokens hold. */
export function sortKeyOf({ metadata }: KubernetesObject): string {
  return `${metadata.namespace ?? ''}/${metadata.name}`;
}
