import { CustomErrorBase } from '@backstage/errors';

/** 429: the caller asks too often. */
export class TooManyRequestsError extends CustomErrorBase {
  // A getter, so that the status does not become part of the answer's body.
  get statusCode(): number {
    return 429;
  }
}
