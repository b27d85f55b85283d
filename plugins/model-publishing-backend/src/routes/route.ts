import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { BasicPermission } from '@backstage/plugin-permission-common';
import { Operation } from '@inference-portal/plugin-model-publishing-common';
import { z } from 'zod';
import { Principal } from '../tenancy/Principal';
import { UseCases } from '../useCases/UseCases';

/** What a handler gets: everything parsed, the caller known and permitted. */
export interface RouteInput<O extends Operation> {
  principal: Principal;
  credentials: BackstageCredentials;
  params: z.output<O['params']>;
  query: z.output<O['query']>;
  body: z.output<O['body']>;
  useCases: UseCases;
}

export interface RouteOutput<O extends Operation> {
  /** When it is not the operation's success status. */
  status?: number;
  body: z.input<O['response']>;
}

/** One REST route: what it needs, and nothing about how. */
export interface Route<O extends Operation = Operation> {
  operation: O;
  permission: BasicPermission;
  /** Every route that changes something has one. */
  audit?: { eventId: string; severityLevel: 'low' | 'medium' | 'high' };
  handler(input: RouteInput<O>): Promise<RouteOutput<O>>;
}

/** A route whose operation is known to its handler alone. */
export type AnyRoute = Pick<Route, 'operation' | 'permission' | 'audit'> & {
  handler(input: RouteInput<Operation>): Promise<RouteOutput<Operation>>;
};

/** Declares a route with the types of its operation. */
export function route<O extends Operation>(definition: Route<O>): AnyRoute {
  const { operation, permission, audit } = definition;
  return {
    operation,
    permission,
    audit,
    // The pipeline hands over exactly what this operation's own schemas have parsed.
    handler: input => definition.handler(input as RouteInput<O>),
  };
}
