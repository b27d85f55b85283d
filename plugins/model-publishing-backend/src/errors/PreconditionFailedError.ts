import { CustomErrorBase } from '@backstage/errors';

/** 412: what the caller has seen is not what is there. */
export class PreconditionFailedError extends CustomErrorBase {
  // A getter, so that the status does not become part of the answer's body.
  get statusCode(): number {
    return 412;
  }
}
