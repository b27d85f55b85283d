import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { Permission } from '@backstage/plugin-permission-common';
import {
  Operation,
  TextMedia,
} from '@inference-portal/plugin-model-publishing-common';
import { JsonObject } from '@backstage/types';
import { z } from 'zod';
import { Caller } from '../tenancy/Caller';
import { MutationRequest } from '../useCases/MutationRequest';
import { UseCases } from '../useCases/UseCases';

/** What a handler gets: everything parsed, the caller known and permitted. */
export interface RouteInput<O extends Operation> {
  caller: Caller;
  credentials: BackstageCredentials;
  params: z.output<O['params']>;
  query: z.output<O['query']>;
  body: z.output<O['body']>;
  headers: z.output<O['headers']>;
  /** With an Idempotency-Key. */
  request?: MutationRequest;
  /** Aborted when the caller has gone. */
  signal: AbortSignal;
  useCases: UseCases;
}

/** What the audit log is to hold of a call. */
export interface AuditedEvent {
  eventId: string;
  severityLevel: 'low' | 'medium' | 'high';
  meta?: JsonObject;
}

export type RouteOutput<O extends Operation> = {
  /** When it is not the operation's success status. */
  status?: number;
  headers?: Record<string, string>;
  /** Something that happened on the way and is audited for itself, before the answer goes out. */
  event?: AuditedEvent;
  /** Added to the audit event of the route. */
  auditMeta?: JsonObject;
} & (
  | { media?: undefined; body: z.input<O['response']>; stream?: undefined }
  // Another of the operation's media than its first.
  | { media: TextMedia; body: string; stream?: undefined }
  // Lines of an answer that is sent as it comes; it is audited when it is over.
  | { stream: AsyncIterable<z.input<O['response']>> }
);

/** One REST route: what it needs, and nothing about how. */
export interface Route<O extends Operation = Operation> {
  operation: O;
  permission: Permission;
  /** Asked for too; without it the route does less. */
  revealPermission?: Permission;
  /** Asked for too; without it the answer holds no usage. */
  usagePermission?: Permission;
  /** Every route that changes something has one. */
  audit?: Omit<AuditedEvent, 'meta'>;
  handler(input: RouteInput<O>): Promise<RouteOutput<O>>;
}

/** A route whose operation is known to its handler alone. */
export type AnyRoute = Omit<Route, 'handler'> & {
  handler(input: RouteInput<Operation>): Promise<RouteOutput<Operation>>;
};

/** Declares a route with the types of its operation. */
export function route<O extends Operation>(definition: Route<O>): AnyRoute {
  return {
    ...definition,
    // The pipeline hands over exactly what this operation's own schemas have parsed.
    handler: input => definition.handler(input as RouteInput<O>),
  };
}
