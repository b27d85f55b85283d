import { Right } from './Right';

/** `/api/v1/...` or `/apis/<group>/<version>/...`, then perhaps a namespace, a resource, a name and a subresource. */
const ADDRESS =
  /^\/(?:api|apis\/(?<group>[^/]+))\/[^/]+\/(?:namespaces\/(?<namespace>[^/]+)\/)?(?<resource>[^/]+)(?:\/(?<name>[^/]+))?(?:\/(?<part>[^/]+))?$/;

const VERBS: Record<string, string> = {
  POST: 'create',
  PUT: 'update',
  PATCH: 'patch',
  DELETE: 'delete',
};

/**
 * What an API server asks of the account that sends a request (Kubernetes, "Determine the request verb"). An apply
 * that makes an object needs `create` besides `patch`, which only the status of the answer shows.
 */
export function rightsOfRequest(
  method: string,
  url: string,
  answerStatus: number,
): Right[] {
  const { pathname, searchParams } = new URL(url, 'http://api.test');
  const { group, namespace, resource, name, part } =
    ADDRESS.exec(pathname)?.groups ?? {};
  if (resource === undefined) {
    return [];
  }
  const read = name === undefined ? 'list' : 'get';
  const verbs = [
    VERBS[method] ?? (searchParams.get('watch') === 'true' ? 'watch' : read),
    ...(method === 'PATCH' && answerStatus === 201 ? ['create'] : []),
  ];
  return verbs.map(verb => ({
    namespace: namespace ?? '',
    group: group ?? '',
    resource: part === undefined ? resource : `${resource}/${part}`,
    verb: verb === 'delete' && name === undefined ? 'deletecollection' : verb,
  }));
}
