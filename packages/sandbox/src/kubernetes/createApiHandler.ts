import { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { parse as parseYaml } from 'yaml';
import { ApiError } from './ApiError';
import { ApiObjects, PatchKind, Target } from './ApiObjects';
import { discover } from './discovery';
import { VersionedObjects } from './VersionedObjects';
import { apiVersionOf, RESOURCE_TYPES, ResourceType } from './ResourceType';
import { fieldPredicate, labelPredicate } from './selectors';
import { streamChanges } from './watchStream';

/** One request as it was answered. */
export interface AnsweredRequest {
  method: string;
  path: string;
  query: string;
  status: number;
}

export interface ApiHandlerOptions {
  store: VersionedObjects;
  /** Bearer tokens that are accepted. */
  tokens: string[];
  /** Told of each answer. */
  onRequest?: (request: AnsweredRequest) => void;
}

interface Address {
  resource: ResourceType;
  namespace: string | undefined;
  name: string | undefined;
  subresource: 'status' | undefined;
}

const PATCH_KINDS: Record<string, PatchKind> = {
  'application/merge-patch+json': 'merge',
  'application/strategic-merge-patch+json': 'merge',
  'application/json-patch+json': 'json',
  'application/apply-patch+yaml': 'apply',
};
const WATCH_SECONDS = 600;

/** The Kubernetes API over HTTP. */
export function createApiHandler(options: ApiHandlerOptions): RequestListener {
  return (request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    response.on('finish', () =>
      options.onRequest?.({
        method: request.method ?? '',
        path: url.pathname,
        query: url.search,
        status: response.statusCode,
      }),
    );
    answer(request, response, url, options).catch(error => {
      const failure =
        error instanceof ApiError
          ? error
          : new ApiError(500, `Internal error: ${error}`);
      send(response, failure.code, failure.toStatus());
    });
  };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  { store, tokens }: ApiHandlerOptions,
): Promise<void> {
  const token = request.headers.authorization?.replace(/^Bearer /, '');
  if (!token || !tokens.includes(token)) {
    throw new ApiError(401, 'Unauthorized');
  }
  const discovered =
    request.method === 'GET' ? discover(url.pathname) : undefined;
  if (discovered) {
    send(response, 200, discovered);
    return;
  }
  const address = addressOf(url.pathname);
  const { searchParams: query } = url;
  const objects = new ApiObjects(store);
  if (request.method === 'GET' && address.name === undefined) {
    list(store, address, query, response);
    return;
  }
  const body = request.method === 'GET' ? undefined : await readBody(request);
  const write = {
    manager: query.get('fieldManager') ?? managerOf(request),
    dryRun: query.get('dryRun') === 'All',
    force: query.get('force') === 'true',
  };
  if (request.method === 'POST') {
    send(
      response,
      201,
      objects.create(address.resource, address.namespace, body, write),
    );
    return;
  }
  if (request.method === 'DELETE' && address.name === undefined) {
    const doomed = selected(store, address, query);
    doomed.forEach(({ metadata }) =>
      objects.delete({ ...address, name: metadata.name }, {}),
    );
    send(response, 200, {
      kind: 'Status',
      apiVersion: 'v1',
      metadata: {},
      status: 'Success',
    });
    return;
  }
  const target = requireName(address);
  switch (request.method) {
    case 'GET':
      send(response, 200, objects.get(target));
      return;
    case 'PUT':
      send(response, 200, objects.update(target, body, write));
      return;
    case 'PATCH':
      send(
        response,
        200,
        objects.patch(target, patchKindOf(request), body, write),
      );
      return;
    case 'DELETE':
      send(response, 200, objects.delete(target, body));
      return;
    default:
      throw new ApiError(
        405,
        'the server does not allow this method on the requested resource',
      );
  }
}

function addressOf(path: string): Address {
  const pattern =
    /^\/(?:api|apis\/([^/]+))\/([^/]+)\/(?:namespaces\/([^/]+)\/(?!status$))?([^/]+)(?:\/([^/]+))?(?:\/(status))?$/;
  const [, group = '', version, namespace, plural, name, subresource] =
    pattern.exec(path) ?? [];
  const resource = RESOURCE_TYPES.find(
    type =>
      type.group === group &&
      type.version === version &&
      type.plural === plural,
  );
  if (!resource) {
    throw new ApiError(404, 'the server could not find the requested resource');
  }
  return {
    resource,
    namespace: namespace && decodeURIComponent(namespace),
    name: name && decodeURIComponent(name),
    subresource: subresource === 'status' ? 'status' : undefined,
  };
}

function requireName({ name, ...address }: Address): Target {
  if (name === undefined) {
    throw new ApiError(
      405,
      'the server does not allow this method on the requested resource',
    );
  }
  return { ...address, name };
}

function selected(
  store: VersionedObjects,
  { resource, namespace }: Address,
  query: URLSearchParams,
) {
  const byLabel = labelPredicate(query.get('labelSelector') ?? undefined);
  const byField = fieldPredicate(query.get('fieldSelector') ?? undefined);
  return store
    .list(resource, namespace)
    .filter(object => byLabel(object) && byField(object))
    .sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
}

function list(
  store: VersionedObjects,
  address: Address,
  query: URLSearchParams,
  response: ServerResponse,
): void {
  const { resource, namespace } = address;
  if (query.get('watch') === 'true' || query.get('watch') === '1') {
    const byLabel = labelPredicate(query.get('labelSelector') ?? undefined);
    const byField = fieldPredicate(query.get('fieldSelector') ?? undefined);
    streamChanges(
      store,
      {
        resource,
        namespace,
        matches: object => byLabel(object) && byField(object),
        resourceVersion: query.get('resourceVersion') ?? undefined,
        timeoutSeconds: Number(query.get('timeoutSeconds') ?? WATCH_SECONDS),
        bookmarks: query.get('allowWatchBookmarks') === 'true',
      },
      response,
    );
    return;
  }
  const all = selected(store, address, query);
  const after = query.get('continue');
  const start = after ? all.findIndex(object => nameOf(object) > after) : 0;
  const limit = Number(query.get('limit') ?? 0) || all.length;
  const items = start < 0 ? [] : all.slice(start, start + limit);
  const last = items[items.length - 1];
  const isMore = start >= 0 && start + limit < all.length;
  send(response, 200, {
    kind: `${resource.kind}List`,
    apiVersion: apiVersionOf(resource),
    metadata: {
      resourceVersion: store.version,
      ...(isMore && last && { continue: nameOf(last) }),
    },
    items,
  });
}

function nameOf({
  metadata,
}: {
  metadata: { namespace?: string; name: string };
}): string {
  return `${metadata.namespace ?? ''}/${metadata.name}`;
}

function patchKindOf(request: IncomingMessage): PatchKind {
  const type = (request.headers['content-type'] ?? '').split(';')[0] ?? '';
  const kind = PATCH_KINDS[type];
  if (!kind) {
    throw new ApiError(415, `the patch type ${type} is not supported`);
  }
  return kind;
}

/** The first word of the user agent, as the API server does where no manager is named. */
function managerOf(request: IncomingMessage): string {
  return (
    (request.headers['user-agent'] ?? 'unknown').split('/')[0] ?? 'unknown'
  );
}

async function readBody(request: IncomingMessage): Promise<unknown> {
  const content = await text(request);
  if (content === '') {
    return undefined;
  }
  try {
    // JSON is YAML; apply requests may send either.
    return content.startsWith('{') || content.startsWith('[')
      ? JSON.parse(content)
      : parseYaml(content);
  } catch {
    throw new ApiError(400, 'the body is neither JSON nor YAML');
  }
}

function send(response: ServerResponse, status: number, body: unknown): void {
  if (!response.headersSent) {
    response.writeHead(status, { 'Content-Type': 'application/json' });
    response.end(JSON.stringify(body));
  }
}
