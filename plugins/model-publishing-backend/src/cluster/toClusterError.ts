import {
  ConflictError,
  CustomErrorBase,
  InputError,
  NotFoundError,
  NotImplementedError,
  ServiceUnavailableError,
} from '@backstage/errors';
import { ApiStatus, apiStatusOf } from './ApiStatus';
import { connectionError } from './connectionError';
import { Resource } from './defineResource';

/** What was being done when a call failed. */
export interface ClusterCall {
  clusterName: string;
  verb: 'get' | 'list' | 'watch' | 'create' | 'update' | 'patch' | 'delete';
  resource: Resource;
  namespace?: string;
  name?: string;
}

/**
 * Turns any failure of a cluster call into an error of this product. The API server's body, headers and address stay
 * out of the message; only the complaint about a refused object is passed on. No cause is attached: Backstage would
 * send it to the client. Errors of this product, such as a connector's, stay what they are.
 */
export function toClusterError(error: unknown, call: ClusterCall): Error {
  if (error instanceof CustomErrorBase) {
    return error;
  }
  const status = apiStatusOf(error);
  if (!status) {
    return connectionError(error, call.clusterName);
  }
  const { clusterName, verb, resource } = call;
  switch (status.code) {
    case 400:
    case 422:
      return new InputError(
        `${subjectOf(
          call,
        )} was refused by the API server of cluster "${clusterName}": ${
          status.message ?? 'no reason given'
        }`,
      );
    case 401:
      return new ServiceUnavailableError(
        `Kubernetes cluster "${clusterName}" does not know the portal's account; renew its token in modelPublishing.clusters.${clusterName}`,
      );
    case 403:
      return forbidden(status, call);
    case 404:
      return missing(status, call);
    case 409:
      return conflict(status, call);
    case 429:
      return new ServiceUnavailableError(
        `Kubernetes cluster "${clusterName}" is busy; try again in ${
          status.retryAfterSeconds ?? 'some'
        } seconds`,
      );
    default:
      return new ServiceUnavailableError(
        `Kubernetes cluster "${clusterName}" answered ${status.code} to ${verb} ${resource.plural}; try again in a moment`,
      );
  }
}

/**
 * What the API server says when no role allows a call; other refusals have the same status code. The verb may be another
 * than that of the call: an apply that makes an object needs `create` too.
 */
const NO_ROLE = /\bcannot (\w+) resource\b/;

function forbidden({ message, causes }: ApiStatus, call: ClusterCall): Error {
  const { clusterName, verb, resource } = call;
  const refused = NO_ROLE.exec(message ?? '')?.[1];
  if (causes.includes('NamespaceTerminating')) {
    return new ServiceUnavailableError(
      `Namespace "${
        call.namespace ?? ''
      }" of cluster "${clusterName}" is being deleted`,
    );
  }
  if (message && !refused) {
    return new ServiceUnavailableError(
      `A quota or an admission policy of cluster "${clusterName}" does not allow to ${verb} ${
        resource.plural
      }${placeOf(call)}; ask who runs the cluster`,
    );
  }
  return new ServiceUnavailableError(
    `The portal's account may not ${refused ?? verb} ${
      resource.plural
    }${placeOf(
      call,
    )} of cluster "${clusterName}"; apply examples/kubernetes/rbac.yaml`,
  );
}

function missing({ about }: ApiStatus, call: ClusterCall): Error {
  const { clusterName, resource } = call;
  if (!about) {
    const { kind, group, version } = resource;
    return new NotImplementedError(
      `Kubernetes cluster "${clusterName}" has no ${kind} (${
        group || 'core'
      }/${version}); install its CRD`,
    );
  }
  if (about.kind === 'namespaces' && resource.plural !== 'namespaces') {
    return new ServiceUnavailableError(
      `Cluster "${clusterName}" has no namespace "${about.name}"`,
    );
  }
  return new NotFoundError(
    `${subjectOf(call)} is not in cluster "${clusterName}"`,
  );
}

function conflict({ reason }: ApiStatus, call: ClusterCall): Error {
  return new ConflictError(
    reason === 'AlreadyExists'
      ? `${subjectOf(call)} exists already in cluster "${call.clusterName}"`
      : `${subjectOf(call)} was changed by somebody else meanwhile`,
  );
}

function subjectOf({ resource, name }: ClusterCall): string {
  return name ? `${resource.kind} "${name}"` : resource.kind;
}

function placeOf({ namespace }: ClusterCall): string {
  return namespace ? ` in namespace "${namespace}"` : '';
}
