import { z } from 'zod';
import { KubernetesObject } from '../ObjectStore';
import { StatusError } from '../errors/StatusError';
import { badRequest, expired } from '../errors/statusErrors';
import { apiVersionOf, ServedType } from '../kinds/resourceTypes';
import { sortKeyOf } from '../store/ObjectTable';
import { ObjectTables } from '../store/ObjectTables';
import { bareJsonOf, jsonOf } from './jsonOf';
import { Predicate } from './selectors';

export interface ListRequest {
  readonly type: ServedType;
  readonly namespace?: string;
  readonly matches: Predicate;
  /** 0 for everything. */
  readonly limit: number;
  /** Of the page before; empty for the first one. */
  readonly continueToken: string;
  readonly resourceVersion: string;
}

const tokenSchema = z.object({
  resourceVersion: z.number(),
  after: z.string(),
});

/**
 * One page of a list, as JSON. Later pages carry the version of the first one: a watch from there replays what changed
 * between the pages. Throws 410 when those changes are forgotten.
 */
export function listObjects(
  tables: ObjectTables,
  request: ListRequest,
): string {
  const { type, namespace, matches, limit } = request;
  refuseFuture(tables, request.resourceVersion);
  const token = parseToken(request.continueToken);
  const resourceVersion = token?.resourceVersion ?? tables.resourceVersion;
  if (resourceVersion < tables.oldestVersion) {
    throw expired(resourceVersion, tables.oldestVersion);
  }
  const all = tables.tableOf(type).list(namespace).filter(matches);
  const rest = token
    ? all.filter(object => sortKeyOf(object) > token.after)
    : all;
  const page = limit > 0 ? rest.slice(0, limit) : rest;
  const last = page.at(-1);
  const metadata =
    page.length < rest.length && last
      ? {
          resourceVersion: String(resourceVersion),
          continue: writeToken({ resourceVersion, after: sortKeyOf(last) }),
          remainingItemCount: rest.length - page.length,
        }
      : { resourceVersion: String(resourceVersion) };
  return listJson(type, metadata, page);
}

/** A list of objects as JSON. */
export function listJson(
  type: ServedType,
  metadata: object,
  objects: readonly KubernetesObject[],
): string {
  const head = JSON.stringify({
    kind: `${type.kind}List`,
    apiVersion: apiVersionOf(type),
    metadata,
  });
  const items = objects.map(type.builtIn ? bareJsonOf : jsonOf);
  return `${head.slice(0, -1)},"items":[${items.join(',')}]}`;
}

function refuseFuture(tables: ObjectTables, resourceVersion: string): void {
  if (Number(resourceVersion) > tables.resourceVersion) {
    throw new StatusError(
      504,
      'Timeout',
      `Timeout: Too large resource version: ${resourceVersion}, current: ${tables.resourceVersion}`,
      {
        causes: [
          {
            reason: 'ResourceVersionTooLarge',
            message: 'Too large resource version',
            field: '',
          },
        ],
        retryAfterSeconds: 1,
      },
    );
  }
}

function writeToken(token: z.infer<typeof tokenSchema>): string {
  return Buffer.from(JSON.stringify(token)).toString('base64url');
}

function parseToken(text: string): z.infer<typeof tokenSchema> | undefined {
  if (!text) {
    return undefined;
  }
  try {
    return tokenSchema.parse(
      JSON.parse(Buffer.from(text, 'base64url').toString('utf8')),
    );
  } catch {
    throw badRequest('invalid continue token: continue key is not valid');
  }
}
