/** Metadata of a Kubernetes object, as far as this product uses it. */
export interface ObjectMeta {
  name: string;
  namespace?: string;
  uid?: string;
  resourceVersion?: string;
  generation?: number;
  creationTimestamp?: string;
  deletionTimestamp?: string;
  labels?: Record<string, string>;
  annotations?: Record<string, string>;
  finalizers?: string[];
  ownerReferences?: Array<{
    apiVersion: string;
    kind: string;
    name: string;
    uid: string;
    controller?: boolean;
  }>;
  managedFields?: ManagedFields[];
}

/** Which manager owns which fields of an object. */
export interface ManagedFields {
  manager?: string;
  operation?: string;
  subresource?: string;
  fieldsV1?: unknown;
}

export interface KubernetesObject<Spec = unknown, Status = unknown> {
  apiVersion: string;
  kind: string;
  metadata: ObjectMeta;
  spec?: Spec;
  status?: Status;
  /** Of Secrets (base64) and ConfigMaps. */
  data?: Record<string, string>;
  /** Of Secrets. */
  type?: string;
}

/** A kind of objects, declared once and never spelled again. */
export interface Resource<T extends KubernetesObject = KubernetesObject> {
  group: string;
  version: string;
  kind: string;
  plural: string;
  apiVersion: string;
  /** Objects of the kind lie in no namespace; their `ObjectName.namespace` is the empty string. */
  clusterScoped?: boolean;
  /** A cluster may do without the kind: watches of it are empty then, not broken. */
  optional?: boolean;
  /** Carries the type only. */
  readonly object?: T;
}

/** Declares a kind; the group of core kinds is the empty string. */
export function defineResource<Spec = unknown, Status = unknown>(resource: {
  group: string;
  version: string;
  kind: string;
  plural: string;
  clusterScoped?: boolean;
  optional?: boolean;
}): Resource<KubernetesObject<Spec, Status>> {
  const { group, version } = resource;
  return { ...resource, apiVersion: group ? `${group}/${version}` : version };
}
