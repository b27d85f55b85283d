import { KubernetesObject } from '../ObjectStore';
import { ServedType } from '../kinds/resourceTypes';

/** Which object a request is about. */
export interface ObjectTarget {
  readonly type: ServedType;
  readonly namespace?: string;
  readonly name: string;
  readonly subresource?: 'status';
}

export interface WriteOptions {
  /** The field manager. */
  readonly manager: string;
  readonly dryRun?: boolean;
  /** Refuse unknown fields instead of dropping them. */
  readonly strict?: boolean;
}

export interface DeleteOptions {
  readonly dryRun?: boolean;
  readonly preconditions?: {
    readonly uid?: string;
    readonly resourceVersion?: string;
  };
  /** Leave the dependents alone, without this owner. */
  readonly orphan?: boolean;
}

/** What a write came to. */
export interface WriteResult {
  readonly object: KubernetesObject;
  readonly created: boolean;
}
