import { ServiceUnavailableError } from '@backstage/errors';
import { readFile } from 'node:fs/promises';
import { PrometheusAuthorization } from '../../config/prometheusAuthorizationSchema';

/**
 * Value of the header Authorization; undefined when there is none. A file is read each time, because what Kubernetes
 * mounts is replaced; the system caches it.
 *
 * @throws ServiceUnavailableError when there is no token in the file
 */
export async function authorizationHeader(
  authorization: PrometheusAuthorization | undefined,
  cluster: string,
): Promise<string | undefined> {
  switch (authorization?.type) {
    case undefined:
      return undefined;
    case 'token':
      return `Bearer ${authorization.token}`;
    case 'tokenFile':
      return `Bearer ${await tokenIn(authorization.file, cluster)}`;
    case 'basic': {
      const { username, password } = authorization;
      return `Basic ${Buffer.from(`${username}:${password}`).toString(
        'base64',
      )}`;
    }
    default:
      return authorization satisfies never;
  }
}

/** What a header takes; anything else would be quoted in the error of who sends it. */
const TOKEN = /^[\x21-\x7e]+$/;

async function tokenIn(file: string, cluster: string): Promise<string> {
  const token = await readFile(file, 'utf8').then(
    text => text.trim(),
    () => '',
  );
  if (!TOKEN.test(token)) {
    throw new ServiceUnavailableError(
      `There is no token in the file for Prometheus of cluster "${cluster}"; check modelPublishing.clusters.${cluster}.prometheus.bearerTokenFile`,
    );
  }
  return token;
}
