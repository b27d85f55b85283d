import { existsSync } from 'node:fs';
import { inRoot } from '../paths.mjs';
import { jestStep } from './jestStep.mjs';

const CONFIG = inRoot('packages', 'acceptance', 'jest.acceptance.config.js');

/**
 * The acceptance suite against a running system that it starts itself.
 *
 * @param {'sandbox' | 'cluster'} target
 * @param {import('../run.mjs').CommandInput} input
 * @param {NodeJS.ProcessEnv} [variables]
 */
export async function acceptanceStep(
  target,
  { toolchain, rest },
  variables = {},
) {
  if (!existsSync(CONFIG)) {
    return { passed: 0, failed: 0 };
  }
  return jestStep(`acceptance on the ${target}`, {
    toolchain,
    command: [inRoot('node_modules', 'jest', 'bin', 'jest.js'), '-c', CONFIG],
    folder: 'packages/acceptance',
    rest: ['--passWithNoTests', ...rest],
    variables: { ACCEPTANCE_TARGET: target, ...variables },
  });
}
