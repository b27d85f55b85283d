/** Who owns which fields, as the API server reports it. */
export interface ManagedFieldsEntry {
  manager: string;
  operation: 'Apply' | 'Update';
  apiVersion: string;
  /** Missing for an applier that never changed a value. */
  time?: string;
  fieldsType: 'FieldsV1';
  fieldsV1: Record<string, unknown>;
  subresource?: string;
}

export interface OwnerReference {
  apiVersion: string;
  kind: string;
  name: string;
  uid: string;
  controller?: boolean;
  blockOwnerDeletion?: boolean;
}

/** Metadata as a client sends it. */
export interface NewObjectMeta {
  name?: string;
  generateName?: string;
  namespace?: string;
  labels?: Record<string, string>;
  annotations?: Record<string, string>;
  finalizers?: string[];
  ownerReferences?: OwnerReference[];
}

/** Metadata of a stored object. */
export interface ObjectMeta extends NewObjectMeta {
  name: string;
  uid: string;
  resourceVersion: string;
  /** RFC 3339, whole seconds. */
  creationTimestamp: string;
  /** Set for kinds that count changes of their spec. */
  generation?: number;
  deletionTimestamp?: string;
  deletionGracePeriodSeconds?: number;
  managedFields?: ManagedFieldsEntry[];
}

export interface NewObject {
  apiVersion: string;
  kind: string;
  metadata: NewObjectMeta;
  spec?: unknown;
  status?: unknown;
  /** Of Secrets (base64) and ConfigMaps. */
  data?: Record<string, string>;
  /** Of Secrets. */
  type?: string;
}

/** A stored object. It is never changed in place: a write stores a new one, so readers need no copies. */
export interface KubernetesObject extends NewObject {
  metadata: ObjectMeta;
}

/** A kind that the emulator serves. */
export interface ResourceType {
  /** The empty string for core kinds. */
  readonly group: string;
  readonly version: string;
  readonly kind: string;
  readonly plural: string;
  readonly shortNames?: readonly string[];
  readonly namespaced: boolean;
  /** Whether `.../status` exists, so that other writes ignore the status. */
  readonly hasStatus: boolean;
}

export interface ObjectChange {
  readonly type: 'ADDED' | 'MODIFIED' | 'DELETED';
  readonly resource: ResourceType;
  /** After the change; for DELETED the last state with the resourceVersion of the deletion. */
  readonly object: KubernetesObject;
  /** Before the change; undefined for ADDED. */
  readonly previous?: KubernetesObject;
}

/** Which object; `namespace` is left out for cluster-scoped kinds. */
export interface ObjectKey {
  readonly plural: string;
  readonly group: string;
  readonly namespace?: string;
  readonly name: string;
}

/** The objects behind the API, for the parts of the sandbox that live in the same process. */
export interface ObjectStore {
  /** Sorted by namespace and name. Throws for a kind that is not served. */
  list(
    plural: string,
    group: string,
    namespace?: string,
  ): readonly KubernetesObject[];
  get(
    plural: string,
    group: string,
    namespace: string | undefined,
    name: string,
  ): KubernetesObject | undefined;
  /** Calls back synchronously after each change, until the answered function is called. */
  subscribe(listener: (change: ObjectChange) => void): () => void;
  /**
   * Replaces the status of an object that exists (else: nothing happens). An equal status is not written again; the
   * generation stays.
   */
  writeStatus(key: ObjectKey, status: unknown, manager: string): void;
  /**
   * Writes what a controller wants: creates the object, or gives it this spec and these labels, annotations, owners and
   * finalizers. An equal object is not written again.
   */
  write(object: NewObject, manager: string): void;
  /** Deletes an object, if it is there; one with finalizers stays until they are gone. */
  remove(key: ObjectKey): void;
  /** Creates an object with the status it carries, for seeding; answers what was stored. Throws when it exists. */
  create(object: NewObject, manager?: string): KubernetesObject;
}
