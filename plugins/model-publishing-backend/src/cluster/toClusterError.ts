import {
  ConflictError,
  InputError,
  NotFoundError,
  NotImplementedError,
  ServiceUnavailableError,
} from '@backstage/errors';

/** What was being done when a call failed. */
export interface ClusterCall {
  clusterName: string;
  verb: 'get' | 'list' | 'watch' | 'create' | 'update' | 'patch' | 'delete';
  resource: { group: string; version: string; kind: string; plural: string };
  namespace?: string;
  name?: string;
}

/** The part of a `Status` object that decides what a failure means. */
interface ApiStatus {
  code: number;
  reason?: string;
  message?: string;
  /** Set when the answer is about an object, not about an address that does not exist. */
  aboutObject: boolean;
}

/**
 * Turns any failure of a cluster call into an error of this product. The API server's body, headers and address stay
 * out of the message; only the complaint about a refused object is passed on. No cause is attached: Backstage would
 * send it to the client.
 */
export function toClusterError(error: unknown, call: ClusterCall): Error {
  const status = statusOf(error);
  if (!status) {
    return isUnknownKind(error)
      ? missingKind(call)
      : new ServiceUnavailableError(
          `Kubernetes cluster "${call.clusterName}" cannot be reached (${codeOf(error)})`,
        );
  }
  switch (status.code) {
    case 401:
    case 403:
      return new ServiceUnavailableError(
        `The portal's account may not ${call.verb} ${call.resource.plural} in namespace "${call.namespace ?? ''}" of cluster "${call.clusterName}"; apply examples/kubernetes/rbac.yaml`,
      );
    case 404:
      return status.aboutObject ? missingObject(call) : missingKind(call);
    case 409:
      return new ConflictError(
        `${call.resource.kind} "${call.name ?? ''}" was changed or created by somebody else meanwhile`,
      );
    case 400:
    case 422:
      return new InputError(
        `${call.resource.kind} "${call.name ?? ''}" was refused by the API server of cluster "${call.clusterName}": ${status.message ?? 'no reason given'}`,
      );
    default:
      return new ServiceUnavailableError(
        `Kubernetes cluster "${call.clusterName}" answered ${status.code} to ${call.verb} ${call.resource.plural}; try again in a moment`,
      );
  }
}

function missingObject({ resource, name, clusterName }: ClusterCall): Error {
  return new NotFoundError(`${resource.kind} "${name ?? ''}" is not in cluster "${clusterName}"`);
}

function missingKind({ resource, clusterName }: ClusterCall): Error {
  const { kind, group, version } = resource;
  return new NotImplementedError(
    `Kubernetes cluster "${clusterName}" has no ${kind} (${group || 'core'}/${version}); install its CRD`,
  );
}

/** `KubernetesObjectApi` finds no resource of that kind in discovery. */
function isUnknownKind(error: unknown): boolean {
  return error instanceof Error && error.message.startsWith('Unrecognized API version and kind');
}

/** A short technical name such as ECONNREFUSED; never an address. */
function codeOf(error: unknown): string {
  const { code, name } = error as { code?: unknown; name?: unknown };
  return String(code ?? name ?? 'unknown failure');
}

/** Reads an `ApiException` defensively: its body is text or an object, or nothing at all. */
function statusOf(error: unknown): ApiStatus | undefined {
  const { code, statusCode, body } = error as {
    code?: unknown;
    statusCode?: unknown;
    body?: unknown;
  };
  const httpCode = [code, statusCode].find(value => typeof value === 'number');
  if (typeof httpCode !== 'number') {
    return undefined;
  }
  const { reason, message, details } = parseBody(body);
  const aboutObject =
    reason !== undefined && details?.name !== undefined && details.name !== '';
  return { code: httpCode, reason, message, aboutObject };
}

function parseBody(body: unknown): {
  reason?: string;
  message?: string;
  details?: { name?: string };
} {
  if (typeof body === 'object' && body !== null) {
    return body;
  }
  try {
    const parsed: unknown = JSON.parse(String(body));
    return typeof parsed === 'object' && parsed !== null ? parsed : {};
  } catch {
    return {};
  }
}
