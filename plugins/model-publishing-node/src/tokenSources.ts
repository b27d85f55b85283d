import { Config } from '@backstage/config';
import { ServiceUnavailableError } from '@backstage/errors';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';

/** Yields the token that is valid now. */
export type TokenSource = () => Promise<string>;

/** The token that is configured for publishing alone, under `modelPublishing.clusters.<name>`. */
export function publishingToken(
  clusterName: string,
  config: Config | undefined,
): TokenSource | undefined {
  const file = config?.getOptionalString('serviceAccountTokenFile');
  const token = config?.getOptionalString('serviceAccountToken');
  return file ? tokenInFile(clusterName, file) : fixedToken(token);
}

/**
 * The token with which the Kubernetes plugin calls a cluster for every portal user. For `authProvider:
 * serviceAccount` without a token, that plugin takes the one of its own Pod (its `ServiceAccountStrategy`).
 */
export function portalToken(
  clusterName: string,
  cluster: Config,
  podTokenFile: string,
): TokenSource | undefined {
  const token = fixedToken(cluster.getOptionalString('serviceAccountToken'));
  const ofPod =
    cluster.getOptionalString('authProvider') === 'serviceAccount' &&
    existsSync(podTokenFile);
  return token ?? (ofPod ? tokenInFile(clusterName, podTokenFile) : undefined);
}

/** Whether both yield the same token now. One that cannot be read is like no other. */
export async function isSameToken(
  one: TokenSource,
  other: TokenSource,
): Promise<boolean> {
  const [first, second] = await Promise.allSettled([one(), other()]);
  return (
    first.status === 'fulfilled' &&
    second.status === 'fulfilled' &&
    first.value === second.value
  );
}

function fixedToken(token: string | undefined): TokenSource | undefined {
  return token ? async () => token : undefined;
}

/** Kubernetes replaces mounted tokens about every hour, so the file is read each time; the system caches it. */
function tokenInFile(clusterName: string, file: string): TokenSource {
  return async () => {
    const token = await readFile(file, 'utf8').then(
      text => text.trim(),
      () => '',
    );
    if (!token) {
      // Without this, the call would go out without a token and fail in the words of an anonymous user.
      throw new ServiceUnavailableError(
        `There is no token in the file for cluster "${clusterName}"; check modelPublishing.clusters.${clusterName}.serviceAccountTokenFile`,
      );
    }
    return token;
  };
}
