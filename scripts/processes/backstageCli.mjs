import { inRoot } from '../paths.mjs';

/** Arguments that make Node run Backstage's command line. @param {...string} args */
export const backstageCli = (...args) => [
  inRoot('node_modules', '@backstage', 'cli', 'bin', 'backstage-cli'),
  ...args,
];

/** Options that make Node run TypeScript the way Backstage does. */
export const typeScript = [
  '--enable-source-maps',
  '--require',
  inRoot(
    'node_modules',
    '@backstage',
    'cli-node',
    'config',
    'nodeTransform.cjs',
  ),
];
