import { Operation } from '@inference-portal/plugin-model-publishing-common';
import { z } from 'zod';
import { MalformedRequestError, Problem } from '../errors/requestProblems';

export interface RawRequest {
  params: unknown;
  query: unknown;
  body: unknown;
  headers: unknown;
}

/**
 * Parses path, query, headers and body by the operation's schemas.
 *
 * @throws MalformedRequestError with all problems of all of them
 */
export function parseRequest(operation: Operation, request: RawRequest) {
  const params = operation.params.safeParse(request.params);
  const query = operation.query.safeParse(request.query);
  const body = operation.body.safeParse(request.body ?? {});
  const headers = operation.headers.safeParse(request.headers);
  if (params.success && query.success && body.success && headers.success) {
    return {
      params: params.data,
      query: query.data,
      body: body.data,
      headers: headers.data,
    };
  }
  throw new MalformedRequestError([
    ...problemsOf(params.error, 'path'),
    ...problemsOf(query.error, 'query'),
    ...problemsOf(headers.error, 'header'),
    ...problemsOf(body.error, ''),
  ]);
}

function problemsOf(error: z.ZodError | undefined, prefix: string): Problem[] {
  return (error?.issues ?? []).flatMap(issue => {
    const path = [prefix, ...issue.path.map(String)].filter(Boolean);
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map(key => ({
        field: [...path, key].join('.'),
        problem: 'is not a field of this request',
      }));
    }
    return [
      { field: path.join('.') || 'body', problem: lowerFirst(issue.message) },
    ];
  });
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
