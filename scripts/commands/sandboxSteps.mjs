import { backstageCli } from '../processes/backstageCli.mjs';
import { acceptanceSteps } from './acceptanceSteps.mjs';
import { jestStep } from './jestStep.mjs';
import { scriptStep } from './scriptStep.mjs';

/**
 * Unit tests of the scripts and of all packages, then the acceptance suite and the browser journeys on the sandbox.
 *
 * @param {import('../run.mjs').CommandInput} input
 * @param {NodeJS.ProcessEnv} [variables] - for the suites on the sandbox
 */
export async function sandboxSteps(input, variables) {
  const scripts =
    input.rest.length > 0 ? [] : [await scriptStep(input.toolchain)];
  const units = await jestStep('unit tests', {
    toolchain: input.toolchain,
    command: backstageCli('repo', 'test'),
    rest: ['--maxWorkers=2', ...input.rest],
  });
  return [
    ...scripts,
    units,
    ...(await acceptanceSteps('sandbox', input, variables)),
  ];
}
