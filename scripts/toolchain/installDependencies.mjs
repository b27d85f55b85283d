import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { CACHE, inRoot, ROOT } from '../paths.mjs';
import { runToEnd } from '../processes/runToEnd.mjs';
import { report } from '../report.mjs';
import { UserError } from '../UserError.mjs';
import { npmRegistry } from './npmInstall.mjs';

/** Inside node_modules, so that deleting that folder also deletes the claim that all is installed. */
const STAMP = inRoot('node_modules', '.portal-install');
/** Compiling the one native module takes a minute without a word from Yarn. */
const HEARTBEAT_MS = 20_000;
const LOG = path.join(CACHE, 'install.log');

const currentStamp = () =>
  `node 22, yarn.lock ${createHash('sha256')
    .update(readFileSync(inRoot('yarn.lock')))
    .digest('hex')}\n`;

/** Whether the dependencies of this yarn.lock are installed, for Node 22. */
export function isInstalled() {
  try {
    return readFileSync(STAMP, 'utf8') === currentStamp();
  } catch {
    return false;
  }
}

/**
 * Runs `yarn install`. What an interrupted run already fetched is kept, so the next one continues.
 *
 * @param {import('./prepareToolchain.mjs').Toolchain} toolchain
 * @param {string} yarn - path of Yarn's script
 * @param {() => Promise<void>} check - throws when the installation cannot be used
 */
export async function installDependencies({ node, env }, yarn, check) {
  report(
    'Installing dependencies: 2 GB of packages; the first time takes a few minutes ...',
  );
  const began = Date.now();
  const seconds = () => Math.round((Date.now() - began) / 1000);
  const heartbeat = setInterval(
    () => report(`  ... (${seconds()} s)`),
    HEARTBEAT_MS,
  );
  const { code, output } = await runToEnd(
    node,
    [yarn, 'install', '--immutable'],
    {
      cwd: ROOT,
      env: await withRegistry(env),
      onLine: line => {
        const step = /┌ (.*) step/.exec(line);
        if (step) {
          report(`  ${step[1]} (${seconds()} s)`);
        }
      },
    },
  );
  clearInterval(heartbeat);
  mkdirSync(CACHE, { recursive: true });
  writeFileSync(LOG, output);
  if (code !== 0) {
    // When a native module did not compile, this says what is missing on the machine.
    await check();
    throw new UserError(
      `yarn install failed. The end of ${LOG}:\n\n${output
        .trim()
        .split('\n')
        .slice(-25)
        .join('\n')}`,
    );
  }
  await check();
  writeFileSync(STAMP, currentStamp());
}

/** A registry that is set up for npm serves Yarn too, unless Yarn has one of its own. @param {NodeJS.ProcessEnv} env */
async function withRegistry(env) {
  const registry = env.YARN_NPM_REGISTRY_SERVER
    ? undefined
    : await npmRegistry();
  const isDefault =
    registry === undefined ||
    new URL(registry).hostname === 'registry.npmjs.org';
  return isDefault ? env : { ...env, YARN_NPM_REGISTRY_SERVER: registry };
}
