import { readEnvironmentFile } from '../cluster/readEnvironmentFile.mjs';
import { clusterSteps } from './clusterSteps.mjs';
import { reportCounts } from './jestStep.mjs';

/** Tests on a real cluster, in their usual form. @param {import('../run.mjs').CommandInput} input */
export async function run(input) {
  const cluster = readEnvironmentFile(input.options);
  return reportCounts(await clusterSteps(input, cluster));
}
