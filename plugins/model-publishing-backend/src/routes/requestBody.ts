import express, { ErrorRequestHandler } from 'express';
import {
  BodyTooLargeError,
  MalformedRequestError,
} from '../errors/requestProblems';

const BODY_LIMIT = '100kb';

/** Reads JSON bodies up to 100 kB. */
export const readJsonBody = express.json({
  limit: BODY_LIMIT,
  type: () => true,
});

/** Puts the body parser's failures into the words of this API. */
export const translateBodyErrors: ErrorRequestHandler = (
  error,
  _request,
  _response,
  next,
) => {
  switch (typeOf(error)) {
    case 'entity.too.large':
      next(new BodyTooLargeError('100 kB'));
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
