import {
  AccessRequestRole,
  AccessRequestState,
} from '@inference-portal/plugin-model-publishing-common';
import { Page, PageRequest } from '../listings/sortedPage';

/** What a tenant asks for. */
export interface NewAccessRequest {
  cluster: string;
  /** Publication id. */
  publicationId: string;
  /** Differs for each time that the model is published. */
  publicationUid: string;
  publisherTenant: string;
  model: string;
  /** The tenant that wants to use it. */
  tenant: string;
  reason: string | undefined;
  /** An entity ref or a service subject. */
  requestedBy: string;
}

/** A request as it is kept. */
export interface StoredAccessRequest extends NewAccessRequest {
  id: string;
  state: AccessRequestState;
  requestedAt: Date;
  decidedBy: string | undefined;
  decidedAt: Date | undefined;
  decisionReason: string | undefined;
}

export interface AccessRequestEnd {
  state: Exclude<AccessRequestState, 'pending'>;
  by: string;
  reason: string | undefined;
}

/** Which requests; what is left out does not matter. */
export interface AccessRequestFilter {
  /** Of these tenants, in their role; of all if absent. */
  tenants?: {
    role: AccessRequestRole;
    places: Array<{ cluster: string; namespace: string }>;
  };
  publicationUids?: string[];
  state?: AccessRequestState;
  model?: string;
  publisherTenant?: string;
  cluster?: string;
}

/** Remembers requests for access, for all replicas together. Each tenant has at most one pending request for a publication. */
export interface AccessRequestStore {
  /** Keeps a new request, or gives back the pending one of that tenant. */
  add(
    request: NewAccessRequest,
  ): Promise<{ request: StoredAccessRequest; isNew: boolean }>;
  find(id: string): Promise<StoredAccessRequest | undefined>;
  findPending(
    request: Pick<NewAccessRequest, 'publicationUid' | 'tenant'>,
  ): Promise<StoredAccessRequest | undefined>;
  /** How many pending requests somebody has made. */
  countPendingBy(requestedBy: string): Promise<number>;
  /** The newest first. */
  list(
    filter: AccessRequestFilter,
    page: PageRequest,
  ): Promise<Page<StoredAccessRequest>>;
  /** Ends a pending request; undefined when it is not pending any more. */
  end(
    id: string,
    end: AccessRequestEnd,
  ): Promise<StoredAccessRequest | undefined>;
}
