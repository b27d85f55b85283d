import {
  AuditorService,
  HttpAuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { Request, Response, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { buildOpenApi } from '../openapi/buildOpenApi';
import { PrincipalResolver } from '../tenancy/principalOf';
import { UseCases } from '../useCases/UseCases';
import { listModelsRoute } from './modelRoutes';
import { parseRequest } from './parseRequest';
import {
  getPublicationRoute,
  listPublicationsRoute,
  publishRoute,
  rotateKeyRoute,
  unpublishRoute,
} from './publicationRoutes';
import { readJsonBody, translateBodyErrors } from './requestBody';
import { AnyRoute } from './route';

export const routes: AnyRoute[] = [
  publishRoute,
  getPublicationRoute,
  listPublicationsRoute,
  unpublishRoute,
  rotateKeyRoute,
  listModelsRoute,
];

export interface RouterOptions {
  useCases: UseCases;
  httpAuth: HttpAuthService;
  permissions: PermissionsService;
  auditor: AuditorService;
  principalOf: PrincipalResolver;
}

/** The REST API. Each route passes the same stations: credentials, parsing, permission, tenancy, audit, use case. */
export function createRouter(options: RouterOptions): Router {
  const router = PromiseRouter();
  const openApi = buildOpenApi(routes.map(({ operation }) => operation));
  router.get('/openapi.json', (_request, response) => {
    response.json(openApi);
  });
  router.use((_request, response, next) => {
    // Answers may hold a key that was just issued.
    response.set('Cache-Control', 'no-store');
    next();
  });
  router.use(readJsonBody);
  router.use(translateBodyErrors);
  for (const route of routes) {
    router[route.operation.method](route.operation.path, (request, response) =>
      serve(route, request, response, options),
    );
  }
  return router;
}

async function serve(
  route: AnyRoute,
  request: Request,
  response: Response,
  { useCases, httpAuth, permissions, auditor, principalOf }: RouterOptions,
): Promise<void> {
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
  try {
    const input = parseRequest(route.operation, request);
    const [decision] = await permissions.authorize(
      [{ permission: route.permission }],
      {
        credentials,
      },
    );
    if (decision?.result !== AuthorizeResult.ALLOW) {
      throw new NotAllowedError(
        `Permission "${route.permission.name}" is needed for this`,
      );
    }
    const principal = await principalOf(credentials);
    const output = await route.handler({
      ...input,
      principal,
      credentials,
      useCases,
    });
    await event?.success();
    response
      .status(output.status ?? route.operation.successStatus)
      .json(output.body);
  } catch (error) {
    await event?.fail({
      error: error instanceof Error ? error : new Error(String(error)),
    });
    throw error;
  }
}
