import { ConflictError, CustomErrorBase, InputError } from '@backstage/errors';

/** One thing that is wrong with a request, at the place where it is wrong. */
export interface Problem {
  /** Path of the field, such as `config.rateLimiting.burstLimit`. */
  field: string;
  problem: string;
}

function summaryOf(problems: Problem[]): string {
  return problems.map(({ field, problem }) => `${field} ${problem}`).join('; ');
}

/** 400: the request does not have the right form. Lists every problem. */
export class MalformedRequestError extends InputError {
  readonly details: Problem[];

  constructor(details: Problem[]) {
    super(`The request is malformed: ${summaryOf(details)}`);
    this.details = details;
  }
}

/** 422: the form is right, but what is asked for is against the rules. Lists every problem. */
export class RuleViolationError extends CustomErrorBase {
  readonly details: Problem[];

  constructor(details: Problem[]) {
    super(
      `The request breaks the rules of this platform: ${summaryOf(details)}`,
    );
    this.details = details;
  }

  // A getter, so that the status does not become part of the answer's body.
  get statusCode(): number {
    return 422;
  }
}

/** 409 at a single field: what is asked for is taken. */
export class FieldConflictError extends ConflictError {
  readonly details: Problem[];

  constructor(field: string, problem: string) {
    super(`${field} ${problem}`);
    this.details = [{ field, problem }];
  }
}

/** 413: the body is larger than the API takes. */
export class BodyTooLargeError extends CustomErrorBase {
  constructor(limit: string) {
    super(`The request body is larger than ${limit}`);
  }

  get statusCode(): number {
    return 413;
  }
}
