import { ObjectStatus } from './status/PolicyStatus';

/** What the gateway needs of the Kubernetes API. */
export interface ObjectSource {
  /** The stored objects of one kind in all namespaces. */
  list(plural: string, group: string): readonly object[];
  /** The stored status of the object that `status` is about; undefined when the object is gone or has none. */
  statusOf(status: ObjectStatus): unknown;
  writeStatus(status: ObjectStatus): void;
  /** Calls back after changes of what the gateway reads, until the answered function is called. */
  onChange(listener: () => void): () => void;
}
