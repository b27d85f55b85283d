/**
 * What of a manifest of rights a cluster needs: the account, its rights beside it, and those in the namespaces of tenants.
 * The example has more tenants than a cluster must have.
 *
 * @template {{ kind?: string, metadata?: { namespace?: string } }} T
 * @param {T[]} objects
 * @param {string[]} tenants - their namespaces
 * @returns {T[]}
 */
export function rightsInUse(objects, tenants) {
  const account = objects.find(({ kind }) => kind === 'ServiceAccount');
  const namespaces = [account?.metadata?.namespace, ...tenants];
  return objects.filter(({ metadata }) =>
    namespaces.includes(metadata?.namespace),
  );
}
