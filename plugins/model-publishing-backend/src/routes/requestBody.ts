import express, { ErrorRequestHandler } from 'express';
import { z } from 'zod';
import {
  BodyTooLargeError,
  MalformedRequestError,
} from '../errors/requestProblems';

const bodyTooLargeSchema = z.object({
  limit: z.number().describe('In bytes'),
});

/** Reads JSON bodies of limited size, such as `100kb`. */
export const readJsonBody = (limit: string) =>
  express.json({ limit, type: () => true });

/** Puts the body parser's failures into the words of this API. */
export const translateBodyErrors: ErrorRequestHandler = (
  error,
  _request,
  _response,
  next,
) => {
  switch (typeOf(error)) {
    case 'entity.too.large':
      next(new BodyTooLargeError(sizeOf(error)));
      return;
    case 'entity.parse.failed':
      next(
        new MalformedRequestError([
          { field: 'body', problem: 'is not valid JSON' },
        ]),
      );
      return;
    default:
      next(error);
  }
};

function typeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'type' in error
    ? error.type
    : undefined;
}

/** The limit that a body is over, as people write it. */
function sizeOf(error: object): string {
  const { limit } = bodyTooLargeSchema.parse(error);
  return `${limit / 1024} kB`;
}
