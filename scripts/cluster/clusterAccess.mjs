import { inRoot, ROOT } from '../paths.mjs';
import { runToEnd } from '../processes/runToEnd.mjs';
import { UserError } from '../UserError.mjs';

/**
 * Applies examples/kubernetes/*.yaml with the rights of the environment file's kubeconfig, and makes tokens for these
 * accounts. The tokens stay in environment variables.
 *
 * @param {import('../toolchain/prepareToolchain.mjs').Toolchain} toolchain
 * @param {Record<string, string>} cluster - the environment file
 */
export async function clusterAccess({ node, env }, cluster) {
  const { code, output } = await runToEnd(
    node,
    [inRoot('scripts', 'cluster', 'grantAccess.mjs')],
    {
      cwd: ROOT,
      env: { ...env, ...cluster },
    },
  );
  const answer = output.split('\n').find(line => line.startsWith('{"token"'));
  if (code !== 0 || !answer) {
    throw new UserError(
      `The portal's account could not be set up on ${cluster.KUBE_API_URL}. Does ${cluster.KUBECONFIG} have the right to apply ` +
        `examples/kubernetes/rbac.yaml and to create tokens?\n\n${output.trim()}`,
    );
  }
  const { token, viewerToken, caData } = JSON.parse(answer);
  return {
    PORTAL_CLUSTER_TOKEN: token,
    PORTAL_VIEWER_TOKEN: viewerToken,
    PORTAL_CLUSTER_CA: caData ?? '',
  };
}
