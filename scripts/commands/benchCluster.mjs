import { clusterAccess } from '../cluster/clusterAccess.mjs';
import { clusterConfig } from '../cluster/clusterConfig.mjs';
import { readEnvironmentFile } from '../cluster/readEnvironmentFile.mjs';
import { inRoot } from '../paths.mjs';
import { jestStep, reportCounts } from './jestStep.mjs';

/** Measurements on a real cluster. @param {import('../run.mjs').CommandInput} input */
export async function run({ toolchain, options, rest }) {
  const cluster = readEnvironmentFile(options);
  const access = await clusterAccess(toolchain, cluster);
  const counts = await jestStep('measurements on the cluster', {
    toolchain,
    command: [
      inRoot('node_modules', 'jest', 'bin', 'jest.js'),
      '-c',
      inRoot('packages', 'acceptance', 'jest.bench.config.js'),
    ],
    folder: 'packages/acceptance',
    rest,
    variables: {
      ...cluster,
      ...clusterConfig(cluster),
      ...access,
      ACCEPTANCE_TARGET: 'cluster',
      // What is measured is what the bound should be, so it must not be in the way.
      APP_CONFIG_modelPublishing_openai_keyCopies: '100000000',
    },
  });
  return reportCounts([counts]);
}
