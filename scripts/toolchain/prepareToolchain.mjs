import path from 'node:path';
import { checkDatabaseDriver } from './checkDatabaseDriver.mjs';
import { CACHE } from '../paths.mjs';
import { ensureNode, ownNodeIfUsable } from './chooseNode.mjs';
import { ensureYarn } from './ensureYarn.mjs';
import { installDependencies, isInstalled } from './installDependencies.mjs';
import { withLock } from './withLock.mjs';

/**
 * @typedef {object} Toolchain
 * @property {string} node - path of the Node program that runs everything
 * @property {NodeJS.ProcessEnv} env - environment for everything that runs
 */

/**
 * Makes sure that Node, Yarn and the dependencies are there.
 *
 * @returns {Promise<Toolchain>}
 */
export async function prepareToolchain() {
  const own = ownNodeIfUsable();
  if (own) {
    return { node: own, env: environmentFor(own) };
  }
  return withLock(path.join(CACHE, 'install.lock'), async () => {
    const node = await ensureNode();
    const toolchain = { node, env: environmentFor(node) };
    if (!isInstalled()) {
      await installDependencies(toolchain, await ensureYarn(), () =>
        checkDatabaseDriver(toolchain),
      );
    }
    return toolchain;
  });
}

/** @param {string} node */
function environmentFor(node) {
  const nodeHome = path.resolve(
    path.dirname(node),
    process.platform === 'win32' ? '.' : '..',
  );
  const searchPath = [
    path.dirname(node),
    path.join(CACHE, 'tools', 'node_modules', '.bin'),
    process.env.PATH,
  ];
  return {
    ...process.env,
    PATH: searchPath.join(path.delimiter),
    // better-sqlite3 is compiled where no prebuilt binary can be downloaded: with the headers of this very Node, not
    // with those that the machine's npm settings may name.
    npm_config_nodedir: nodeHome,
  };
}
