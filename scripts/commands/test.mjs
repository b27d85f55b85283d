import { backstageCli } from '../processes/backstageCli.mjs';
import { acceptanceStep } from './acceptanceStep.mjs';
import { jestStep, reportCounts } from './jestStep.mjs';

/** Unit tests of all packages, then the acceptance suite on the sandbox. @param {import('../run.mjs').CommandInput} input */
export async function run(input) {
  const units = await jestStep('unit tests', {
    toolchain: input.toolchain,
    command: backstageCli('repo', 'test'),
    rest: ['--maxWorkers=2', ...input.rest],
  });
  return reportCounts([units, await acceptanceStep('sandbox', input)]);
}
