import { inRoot } from '../paths.mjs';
import { jestStep } from './jestStep.mjs';

const SUITES = [
  { title: 'acceptance', config: 'jest.acceptance.config.js' },
  { title: 'browser journeys', config: 'jest.journeys.config.js' },
];

/**
 * The acceptance suite and the journeys in a browser, one after the other, each against a running system that it starts
 * itself.
 *
 * @param {'sandbox' | 'cluster'} target
 * @param {import('../run.mjs').CommandInput} input
 * @param {NodeJS.ProcessEnv} [variables]
 */
export async function acceptanceSteps(
  target,
  { toolchain, rest },
  variables = {},
) {
  const counts = [];
  for (const { title, config } of SUITES) {
    counts.push(
      await jestStep(`${title} on the ${target}`, {
        toolchain,
        command: [
          inRoot('node_modules', 'jest', 'bin', 'jest.js'),
          '-c',
          inRoot('packages', 'acceptance', config),
        ],
        folder: 'packages/acceptance',
        rest: ['--passWithNoTests', ...rest],
        variables: { ACCEPTANCE_TARGET: target, ...variables },
      }),
    );
  }
  return counts;
}
