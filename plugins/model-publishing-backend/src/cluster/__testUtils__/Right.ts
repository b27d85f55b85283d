import { KubernetesObject } from '../defineResource';

/** One atom of a Role: what may be done to one resource in one namespace. */
export interface Right {
  /** Empty: in all namespaces. */
  namespace: string;
  /** Empty for core kinds. */
  group: string;
  /** Plural name. */
  resource: string;
  verb: string;
}

export interface Rule {
  apiGroups: string[];
  resources: string[];
  verbs: string[];
}

type Role = KubernetesObject & { rules: Rule[] };

/** As an administrator would say it, such as `patch secrets in model-gateway`. */
export function nameOfRight({ namespace, group, resource, verb }: Right) {
  const plural = group ? `${resource}.${group}` : resource;
  return `${verb} ${plural} in ${namespace || 'all namespaces'}`;
}

export function sameRight(one: Right, other: Right): boolean {
  return nameOfRight(one) === nameOfRight(other);
}

export function isRole(object: KubernetesObject): object is Role {
  return object.kind === 'Role' || object.kind === 'ClusterRole';
}

/** Every single right that the roles among these objects hold. */
export function rightsOf(objects: KubernetesObject[]): Right[] {
  return objects.filter(isRole).flatMap(({ metadata, rules }) =>
    rules.flatMap(({ apiGroups, resources, verbs }) =>
      apiGroups.flatMap(group =>
        resources.flatMap(resource =>
          verbs.map(verb => ({
            namespace: metadata.namespace ?? '',
            group,
            resource,
            verb,
          })),
        ),
      ),
    ),
  );
}

/** The role without one right; the others stay as they are. */
export function withoutRight(role: Role, removed: Right): Role {
  const rights = rightsOf([role]).filter(right => !sameRight(right, removed));
  return {
    ...role,
    rules: rights.map(({ group, resource, verb }) => ({
      apiGroups: [group],
      resources: [resource],
      verbs: [verb],
    })),
  };
}
