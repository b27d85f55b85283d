import {
  namesEnvironmentFile,
  readEnvironmentFile,
} from '../cluster/readEnvironmentFile.mjs';
import { clusterSteps } from './clusterSteps.mjs';
import { reportCounts } from './jestStep.mjs';
import { sandboxSteps } from './sandboxSteps.mjs';

/** The backend is killed after each of its writes, and each shipped right is taken away once. */
const LONG_FORMS = { ACCEPTANCE_ALL_CUTS: '1', REMOVE_EACH_RIGHT: '1' };

/**
 * All tests in their long forms: on the sandbox and, when an environment file is given, on its cluster too.
 *
 * @param {import('../run.mjs').CommandInput} input
 */
export async function run(input) {
  // Read first: a mistake in it is to show before an hour of tests, not after.
  const cluster = namesEnvironmentFile(input.options)
    ? readEnvironmentFile(input.options)
    : undefined;
  const options = { long: true, variables: LONG_FORMS };
  return reportCounts([
    ...(await sandboxSteps(input, LONG_FORMS)),
    ...(cluster ? await clusterSteps(input, cluster, options) : []),
  ]);
}
