import { validateApiKeyOperation } from '@inference-portal/plugin-model-publishing-common';
import { RequestHandler, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { TooManyRequestsError } from '../errors/TooManyRequestsError';
import { RequestThrottle } from '../throttle/RequestThrottle';
import { UseCases } from '../useCases/UseCases';
import { parseRequest } from './parseRequest';
import { readJsonBody } from './requestBody';

export interface KeyValidationRouterOptions {
  useCases: Pick<UseCases, 'validateApiKey'>;
  throttle: RequestThrottle;
}

/**
 * The only route without credentials: the key itself is what the caller has. It is throttled before anything is read,
 * and neither audited nor logged.
 */
export function createKeyValidationRouter({
  useCases,
  throttle,
}: KeyValidationRouterOptions): Router {
  const router = PromiseRouter();
  const { method, path } = validateApiKeyOperation;
  router[method](
    path,
    throttleBy(throttle),
    readJsonBody('1kb'),
    async (request, response) => {
      const { body } = parseRequest(validateApiKeyOperation, request);
      // It has this form already; this says which.
      const { apiKey } = validateApiKeyOperation.body.parse(body);
      response.json(await useCases.validateApiKey(apiKey));
    },
  );
  return router;
}

/** By the address that express takes for the caller's; the setting `backend.trustProxy` says whom it believes. */
function throttleBy(throttle: RequestThrottle): RequestHandler {
  return ({ ip }, response, next) => {
    const waitMs = throttle.admit(ip);
    if (waitMs > 0) {
      const seconds = Math.ceil(waitMs / 1000);
      response.set('Retry-After', String(seconds));
      throw new TooManyRequestsError(
        `Too many keys are being validated; try again in ${seconds} s`,
      );
    }
    next();
  };
}
