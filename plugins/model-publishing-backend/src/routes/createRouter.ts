import { JsonObject } from '@backstage/types';
import { AuditorService, HttpAuthService } from '@backstage/backend-plugin-api';
import {
  Operation,
  validateApiKeyOperation,
} from '@inference-portal/plugin-model-publishing-common';
import { Request, Response, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { RunOnceOptions } from '../idempotency/runOnce';
import { ActivityJournal, noJournal } from '../activity/ActivityJournal';
import { buildOpenApi } from '../openapi/buildOpenApi';
import { RequestThrottle } from '../throttle/RequestThrottle';
import { Caller } from '../tenancy/Caller';
import { Principal } from '../tenancy/Principal';
import { UseCases } from '../useCases/UseCases';
import { activityOf, isDryRun } from './activityOf';
import { listActivityRoute } from './activityRoutes';
import * as accessRequestRoutes from './accessRequestRoutes';
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
  ...Object.values(accessRequestRoutes),
  listPublicationsRoute,
  ...Object.values(modelRoutes),
  listTenantsRoute,
  listGatewaysRoute,
  getPublishingOptionsRoute,
  getUsageRoute,
  sendTestRequestRoute,
  listActivityRoute,
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
  /** Told what the audit log is told, as far as it is about publications. */
  activity?: ActivityJournal;
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
  const { useCases, httpAuth, auditor, activity = noJournal } = options;
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
  let principal: Principal | undefined;
  // Beside each audit event, so that the two never tell different things.
  const tell = (
    eventId: string | undefined,
    meta: JsonObject,
    error?: unknown,
  ) => {
    const happened =
      eventId && principal && activityOf({ eventId, principal, meta, error });
    if (happened) {
      activity.note(happened);
    }
  };
  try {
    const input = parseRequest(route.operation, request);
    const caller: Caller = {
      ...(await authorizeCaller(route, credentials, options)),
      note: meta => Object.assign(notes, meta),
    };
    principal = caller.principal;
    if (isDryRun(input.query)) {
      caller.note({ dryRun: true });
    }
    const output = await serveOnce(
      route,
      request,
      { ...input, caller, credentials, useCases, signal: gone.signal },
      options.idempotency,
    );
    if (output.event) {
      const meta = { ...notes, ...output.event.meta };
      const { success } = await auditor.createEvent({
        ...output.event,
        meta,
        request,
      });
      await success();
      tell(output.event.eventId, meta);
    }
    if (output.stream) {
      await sendLines(output.stream, response, gone.signal);
    }
    // Only now: what is sent as it comes is noted on the way.
    const meta = { ...notes, ...output.auditMeta };
    await event?.success({ meta });
    tell(route.audit?.eventId, meta);
    if (!output.stream) {
      send(route, output, response);
    }
  } catch (error) {
    await event?.fail({
      meta: notes,
      error: error instanceof Error ? error : new Error(String(error)),
    });
    tell(route.audit?.eventId, notes, error);
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
