import { Access, Account } from './kubernetes/http/access';

/** The account that publishes, in `app-config.sandbox.yaml`. */
export const portalToken = 'sandbox-portal-token';

/** For people with kubectl, in the kubeconfig of the state directory. */
export const adminToken = 'sandbox-admin-token';

/** The account of the Kubernetes plugin, whose proxy lends it to every portal user. */
const viewerToken = 'sandbox-viewer-token';

/** Whose each bearer token is. */
export const accounts: Readonly<Record<string, Account>> = {
  [portalToken]: { user: 'portal' },
  [adminToken]: { user: 'admin' },
  [viewerToken]: { user: 'viewer' },
};

const readVerbs = ['get', 'list', 'watch'];
const hiddenResources = ['secrets', 'configmaps'];

/** The viewer reads everything but what may hold keys or configuration; the others may do everything. */
export function mayAccess({ user, verb, resource }: Access): boolean {
  return (
    user !== 'viewer' ||
    (readVerbs.includes(verb) && !hiddenResources.includes(resource))
  );
}
