import { backstageCli } from '../processes/backstageCli.mjs';
import { acceptanceSteps } from './acceptanceSteps.mjs';
import { jestStep, reportCounts } from './jestStep.mjs';
import { scriptStep } from './scriptStep.mjs';

/**
 * Unit tests of the scripts and of all packages, then the acceptance suite and the browser journeys on the sandbox. Patterns and other arguments
 * select among the tests in Jest.
 *
 * @param {import('../run.mjs').CommandInput} input
 */
export async function run(input) {
  const scripts =
    input.rest.length > 0 ? [] : [await scriptStep(input.toolchain)];
  const units = await jestStep('unit tests', {
    toolchain: input.toolchain,
    command: backstageCli('repo', 'test'),
    rest: ['--maxWorkers=2', ...input.rest],
  });
  return reportCounts([
    ...scripts,
    units,
    ...(await acceptanceSteps('sandbox', input)),
  ]);
}
