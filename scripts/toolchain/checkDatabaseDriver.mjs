import { existsSync } from 'node:fs';
import { inRoot, ROOT } from '../paths.mjs';
import { runToEnd } from '../processes/runToEnd.mjs';
import { UserError } from '../UserError.mjs';

const OPEN_A_DATABASE =
  "new (require('better-sqlite3'))(':memory:').exec('select 1')";

/** What node-gyp needs when there is no prebuilt binary for the machine. */
const BUILD_TOOLS = [
  ['a C++ compiler', ['c++', '--version']],
  ['make', ['make', '--version']],
  ['Python 3', ['python3', '--version']],
];

/**
 * Opens a database once: better-sqlite3 is a native module and the one dependency that a machine may not be able to build.
 *
 * @param {import('./prepareToolchain.mjs').Toolchain} toolchain
 * @throws UserError that names what is missing
 */
export async function checkDatabaseDriver({ node, env }) {
  if (!existsSync(inRoot('node_modules', 'better-sqlite3'))) {
    return;
  }
  const { code, output } = await runToEnd(node, ['-e', OPEN_A_DATABASE], {
    cwd: ROOT,
    env,
  });
  if (code === 0) {
    return;
  }
  const missing = [];
  for (const [name, [command, ...args]] of BUILD_TOOLS) {
    if ((await runToEnd(command, args, { cwd: ROOT, env })).code !== 0) {
      missing.push(name);
    }
  }
  throw new UserError(
    missing.length > 0
      ? `better-sqlite3 has to be compiled on this machine, and that needs ${missing.join(
          ', ',
        )}. ` +
        'Install it (on Debian: apt-get install build-essential python3) and run the command again.'
      : `better-sqlite3 is installed but does not work:\n${output.trim()}`,
  );
}
