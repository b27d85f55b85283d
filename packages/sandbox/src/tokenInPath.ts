import { RequestListener } from 'node:http';

const prefix = '/token/';

/**
 * Lets a client put its bearer token into the path, as in `/token/<token>/api/v1/namespaces`.
 *
 * kubectl needs this: it never sends credentials to a server without TLS, and the sandbox has none.
 */
export function tokenInPath(handler: RequestListener): RequestListener {
  return (request, response) => {
    const url = request.url ?? '/';
    if (url.startsWith(prefix)) {
      const [token = '', ...rest] = url.slice(prefix.length).split('/');
      request.headers.authorization = `Bearer ${token}`;
      request.url = `/${rest.join('/')}`;
    }
    handler(request, response);
  };
}

/** The server URL with the token in its path. */
export function urlWithToken(apiUrl: string, token: string): string {
  return `${apiUrl}${prefix}${token}`;
}
