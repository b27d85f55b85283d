import { JsonObject } from '@backstage/types';
import { ModelType } from '@inference-portal/plugin-model-publishing-common';
import { Principal } from './Principal';

/** What permission rules may look at. */
export interface PublicationResource {
  /** Publication id. */
  id: string;
  cluster: string;
  /** The publishing tenant. */
  tenantId: string;
  modelType: ModelType;
  allowedTenants: string[];
}

/** Who calls, and what the permission policy leaves of it. Tenancy decides first; this can only take away. */
export interface Caller {
  principal: Principal;
  /** Whether the policy lets the caller do what he is about to do with this publication. */
  permits(publication: PublicationResource): boolean;
  /**
   * Whether the policy lets the caller see what else the route may reveal of this publication: a key of it again, or,
   * beside a model, the publication itself.
   */
  permitsReveal(publication: PublicationResource): boolean;
  /** Whether the policy lets the caller see the usage of this publication, where a route shows it beside other things. */
  permitsUsage(publication: PublicationResource): boolean;
  /** Adds to what the audit log will say about the call. Never a secret. */
  note(meta: JsonObject): void;
}

/** The predicate of a policy that takes nothing away. Lists need not ask it about each publication. */
export const permitsEverything = () => true;
