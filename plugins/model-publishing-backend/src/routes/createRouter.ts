import { JsonObject } from '@backstage/types';
import { AuditorService, HttpAuthService } from '@backstage/backend-plugin-api';
import {
  Operation,
  validateApiKeyOperation,
} from '@inference-portal/plugin-model-publishing-common';
import { Request, Response, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { RunOnceOptions } from '../idempotency/runOnce';
import { buildOpenApi } from '../openapi/buildOpenApi';
import { RequestThrottle } from '../throttle/RequestThrottle';
import { Caller } from '../tenancy/Caller';
import { UseCases } from '../useCases/UseCases';
import { authorizeCaller, AuthorizeCallerOptions } from './authorizeCaller';
import { listGatewaysRoute } from './gatewayRoutes';
import * as keyRoutes from './keyRoutes';
import { createKeyValidationRouter } from './keyValidationRoute';
import { listPublicationsRoute } from './listRoutes';
import * as modelRoutes from './modelRoutes';
import { parseRequest } from './parseRequest';
import * as publicationRoutes from './publicationRoutes';
import { getPublishingOptionsRoute } from './publishingOptionsRoute';
import { readJsonBody, translateBodyErrors } from './requestBody';
import { AnyRoute, RouteOutput } from './route';
import { sendLines } from './sendLines';
import { serveOnce } from './serveOnce';
import { listTenantsRoute } from './tenantRoutes';
import { sendTestRequestRoute } from './testRequestRoute';
import { getUsageRoute } from './usageRoutes';

export const routes: AnyRoute[] = [
  ...Object.values(publicationRoutes),
  ...Object.values(keyRoutes),
  listPublicationsRoute,
  ...Object.values(modelRoutes),
  listTenantsRoute,
  listGatewaysRoute,
  getPublishingOptionsRoute,
  getUsageRoute,
  sendTestRequestRoute,
];

/** Everything that the REST API can do. */
export const operations: Operation[] = [
  ...routes.map(({ operation }) => operation),
  validateApiKeyOperation,
];

/** Paths that need no credentials. */
export const openRoutes = operations
  .filter(({ open }) => open)
  .map(({ path }) => path);

export interface RouterOptions extends AuthorizeCallerOptions {
  useCases: UseCases;
  httpAuth: HttpAuthService;
  auditor: AuditorService;
  /** Holds back those who validate too many keys. */
  throttle: RequestThrottle;
  /** Keeps requests with an Idempotency-Key from having a second effect. */
  idempotency: RunOnceOptions;
}

/** The REST API. Each route passes the same stations: credentials, parsing, permission, tenancy, audit, use case. */
export function createRouter(options: RouterOptions): Router {
  const router = PromiseRouter();
  const openApi = buildOpenApi(operations);
  router.get('/openapi.json', (_request, response) => {
    response.json(openApi);
  });
  router.use((_request, response, next) => {
    // Answers may hold a key that was just issued.
    response.set('Cache-Control', 'no-store');
    next();
  });
  router.use(createKeyValidationRouter(options));
  for (const route of routes) {
    const { method, path, bodyLimit } = route.operation;
    router[method](path, readJsonBody(bodyLimit), (request, response) =>
      serve(route, request, response, options),
    );
  }
  router.use(translateBodyErrors);
  return router;
}

async function serve(
  route: AnyRoute,
  request: Request,
  response: Response,
  options: RouterOptions,
): Promise<void> {
  const { useCases, httpAuth, auditor } = options;
  const credentials = await httpAuth.credentials(request, {
    allow: ['user', 'service'],
  });
  const event =
    route.audit &&
    (await auditor.createEvent({
      ...route.audit,
      request,
      meta: { model: request.params.model },
    }));
  const notes: JsonObject = {};
  const gone = new AbortController();
  response.on('close', () => gone.abort());
  try {
    const input = parseRequest(route.operation, request);
    const caller: Caller = {
      ...(await authorizeCaller(route, credentials, options)),
      note: meta => Object.assign(notes, meta),
    };
    const output = await serveOnce(
      route,
      request,
      { ...input, caller, credentials, useCases, signal: gone.signal },
      options.idempotency,
    );
    if (output.event) {
      const { success } = await auditor.createEvent({
        ...output.event,
        meta: { ...notes, ...output.event.meta },
        request,
      });
      await success();
    }
    if (output.stream) {
      await sendLines(output.stream, response, gone.signal);
    }
    await event?.success({ meta: { ...notes, ...output.auditMeta } });
    if (!output.stream) {
      send(route, output, response);
    }
  } catch (error) {
    await event?.fail({
      meta: notes,
      error: error instanceof Error ? error : new Error(String(error)),
    });
    throw error;
  }
}

function send(
  { operation }: AnyRoute,
  output: Exclude<RouteOutput<Operation>, { stream: object }>,
  response: Response,
): void {
  response
    .status(output.status ?? operation.successStatus)
    .set(output.headers ?? {});
  const media = output.media ?? operation.media[0];
  if (media === 'application/json') {
    response.json(output.body);
  } else {
    response.type(media).send(output.body);
  }
}
