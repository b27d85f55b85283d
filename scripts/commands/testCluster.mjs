import { clusterAccess } from '../cluster/clusterAccess.mjs';
import { clusterConfig } from '../cluster/clusterConfig.mjs';
import { readEnvironmentFile } from '../cluster/readEnvironmentFile.mjs';
import { acceptanceSteps } from './acceptanceSteps.mjs';
import { reportCounts } from './jestStep.mjs';

/** The acceptance suite on a real cluster. @param {import('../run.mjs').CommandInput} input */
export async function run(input) {
  const cluster = readEnvironmentFile(input.options);
  const access = await clusterAccess(input.toolchain, cluster);
  const variables = { ...cluster, ...clusterConfig(cluster), ...access };
  return reportCounts(await acceptanceSteps('cluster', input, variables));
}
