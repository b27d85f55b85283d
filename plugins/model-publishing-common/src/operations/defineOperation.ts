import { z } from 'zod';

/** What answers are written in. */
export type Media = 'application/json' | TextMedia | StreamMedia;
/** Plain text. */
export type TextMedia = 'application/yaml' | 'text/csv';
/** JSON objects, each on a line of its own, which are sent as they come. */
export type StreamMedia = 'application/x-ndjson';

/**
 * One REST operation: the single source of its validation, types, OpenAPI entry and client call.
 * Paths are relative to `/api/model-publishing` and use `:name` for parameters.
 */
export interface Operation<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Response extends z.ZodType = z.ZodType,
  Headers extends z.ZodType = z.ZodType,
> {
  operationId: string;
  summary: string;
  method: 'get' | 'post' | 'put' | 'delete';
  path: string;
  params: Params;
  query: Query;
  /** Absent body and `{}` are the same thing. */
  body: Body;
  /** Request headers that it reads, by lower-case name. */
  headers: Headers;
  /** Of its answer in the first of its media; of one line where that is a stream. */
  response: Response;
  /** The first one unless a request asks for another. */
  media: [Media, ...TextMedia[]];
  /** Whether it takes an `Idempotency-Key`: the same request again within 24 h has one effect. */
  idempotent: boolean;
  /** Whether anybody may call it, without credentials, and is throttled. */
  open: boolean;
  /** Largest request body; more is answered 413. */
  bodyLimit: '100kb' | '1mb';
  /** Whether a caller may ask too often, which is answered 429. */
  throttled: boolean;
  /** Whether a query of the right form may still be against a rule, which is answered 422. */
  hasRules: boolean;
  /** Status of a success. */
  successStatus: 200 | 201;
  /** Whether it may answer 202 instead, when the work is begun and not done yet. */
  mayTakeLonger: boolean;
}

const nothing = z.strictObject({});
type Nothing = typeof nothing;

/** Declares an operation; parts that it does not have are left out. */
export function defineOperation<
  Response extends z.ZodType,
  Params extends z.ZodType = Nothing,
  Query extends z.ZodType = Nothing,
  Body extends z.ZodType = Nothing,
  Headers extends z.ZodType = Nothing,
>(operation: {
  operationId: string;
  summary: string;
  method: Operation['method'];
  path: string;
  params?: Params;
  query?: Query;
  body?: Body;
  headers?: Headers;
  response: Response;
  media?: Operation['media'];
  idempotent?: boolean;
  open?: boolean;
  bodyLimit?: Operation['bodyLimit'];
  throttled?: boolean;
  hasRules?: boolean;
  successStatus?: 200 | 201;
  mayTakeLonger?: boolean;
}): Operation<Params, Query, Body, Response, Headers> {
  return {
    successStatus: 200,
    mayTakeLonger: false,
    media: ['application/json'],
    idempotent: false,
    open: false,
    bodyLimit: '100kb',
    throttled: operation.open ?? false,
    hasRules: false,
    ...operation,
    // The defaults are exactly what the type parameters default to.
    params: operation.params ?? (nothing as z.ZodType as Params),
    query: operation.query ?? (nothing as z.ZodType as Query),
    body: operation.body ?? (nothing as z.ZodType as Body),
    headers: operation.headers ?? (z.object({}) as z.ZodType as Headers),
  };
}
