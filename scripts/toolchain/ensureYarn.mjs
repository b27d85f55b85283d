import { existsSync } from 'node:fs';
import path from 'node:path';
import { CACHE } from '../paths.mjs';
import { report } from '../report.mjs';
import { npmInstall } from './npmInstall.mjs';

/** Same version as `packageManager` in package.json. Corepack is not used: it may not know the registry in use. */
const YARN = '@yarnpkg/cli-dist@4.18.1';

/** @returns {Promise<string>} path of Yarn's script, to be run with Node */
export async function ensureYarn() {
  const yarn = path.join(
    CACHE,
    'tools',
    'node_modules',
    '@yarnpkg',
    'cli-dist',
    'bin',
    'yarn.js',
  );
  if (!existsSync(yarn)) {
    report('Fetching Yarn 4 from the npm registry (once) ...');
    await npmInstall(YARN);
  }
  return yarn;
}
