import { clusterAccess } from '../cluster/clusterAccess.mjs';
import { clusterConfig } from '../cluster/clusterConfig.mjs';
import { backstageCli } from '../processes/backstageCli.mjs';
import { acceptanceSteps } from './acceptanceSteps.mjs';
import { jestStep } from './jestStep.mjs';

const BACKEND = 'plugins/model-publishing-backend';

/** Tests of single parts that compare them with the real thing, and are left out where there is none. */
const PARTS = [
  {
    title: 'shipped rights on the cluster',
    folder: BACKEND,
    files: '**/*.cluster.test.ts',
  },
];
const LONG_PARTS = [
  ...PARTS,
  {
    title: 'cluster client on the cluster',
    folder: BACKEND,
    files: '**/*.parity.test.ts',
  },
  {
    title: 'sandbox compared with the cluster',
    folder: 'packages/sandbox',
    files: '**/parity.test.ts',
  },
];

/**
 * Tests on a real cluster: single parts first, then the acceptance suite and the browser journeys.
 *
 * @param {import('../run.mjs').CommandInput} input
 * @param {Record<string, string>} cluster - the environment file
 * @param {{ long?: boolean, variables?: NodeJS.ProcessEnv }} [options]
 */
export async function clusterSteps(
  input,
  cluster,
  { long = false, variables = {} } = {},
) {
  const { toolchain, rest } = input;
  const access = await clusterAccess(toolchain, cluster);
  const counts = [];
  for (const { title, folder, files } of long ? LONG_PARTS : PARTS) {
    counts.push(
      await jestStep(title, {
        toolchain,
        command: backstageCli('package', 'test'),
        folder,
        rest: [
          '--watchAll=false',
          '--runInBand',
          '--passWithNoTests',
          ...rest,
          // Last, because Jest would take patterns behind it for more of the same.
          `--testMatch=${files}`,
        ],
        variables: { ...parityVariables(cluster), ...variables },
      }),
    );
  }
  const suites = await acceptanceSteps('cluster', input, {
    ...cluster,
    ...clusterConfig(cluster),
    ...access,
    ...variables,
  });
  return [...counts, ...suites];
}

/** What these tests know the cluster by. @param {Record<string, string>} cluster - the environment file */
export function parityVariables(cluster) {
  return {
    PARITY_KUBECONFIG: cluster.KUBECONFIG,
    PARITY_NAMESPACE: cluster.GATEWAY_NAMESPACE,
    // Models that do not repeat request headers cannot show what the gateway made of a request.
    ...(cluster.MODELS_ECHO !== 'false' && {
      PARITY_GATEWAY_URL: cluster.GATEWAY_HTTP_URL,
      PARITY_GATEWAY: cluster.GATEWAY_NAME,
      ...(cluster.MODEL_DEBUG_URL && {
        PARITY_MODELS_URL: cluster.MODEL_DEBUG_URL,
      }),
      ...(cluster.GATEWAY_AI === 'false' && { PARITY_AI_GATEWAY: 'false' }),
    }),
  };
}
