import { reportCounts } from './jestStep.mjs';
import { sandboxSteps } from './sandboxSteps.mjs';

/**
 * Everything that needs no cluster. Patterns and other arguments select among the tests in Jest.
 *
 * @param {import('../run.mjs').CommandInput} input
 */
export async function run(input) {
  return reportCounts(await sandboxSteps(input));
}
