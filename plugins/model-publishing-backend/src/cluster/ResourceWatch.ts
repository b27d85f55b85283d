import { ObjectName } from './ClusterClient';
import { KubernetesObject } from './defineResource';

export interface ObjectChange<T extends KubernetesObject> {
  type: 'added' | 'updated' | 'deleted';
  object: T;
}

/** The objects of one kind as a list followed by a watch has shown them. */
export interface ResourceWatch<T extends KubernetesObject> {
  /** Watches until the signal aborts, whatever happens to the connection. */
  start(signal: AbortSignal): void;
  /** Whether everything was read at least once. */
  readonly synced: boolean;
  whenSynced(): Promise<void>;
  /** The cluster does not know the kind, which is optional. */
  readonly absent: boolean;
  get(name: ObjectName): T | undefined;
  list(): T[];
  onChange(listener: (change: ObjectChange<T>) => void): () => void;
  /** Takes in an object that was just written, unless a newer one is known. */
  remember(object: T): void;
  forget(name: ObjectName): void;
  /** When the API server was last heard of, in milliseconds since the epoch. */
  readonly lastProgressAt: number | undefined;
  /** Since when the API server has been asked without an answer, in milliseconds since the epoch. */
  readonly awaySince: number | undefined;
}
