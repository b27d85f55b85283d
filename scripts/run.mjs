#!/usr/bin/env node
// Entry of `npm start`, `npm test` and the other commands. Needs Node 20 or newer and npm, and installs the rest itself.
import { HELP, parseCommandLine } from './commandLine.mjs';
import { report } from './report.mjs';
import { UserError } from './UserError.mjs';

/**
 * What every command gets.
 *
 * @typedef {object} CommandInput
 * @property {import('./toolchain/prepareToolchain.mjs').Toolchain} toolchain
 * @property {Record<string, any>} options - ours, see commandLine.mjs
 * @property {string[]} rest - arguments for the tool behind the command
 */

const commands = {
  start: () => import('./commands/start.mjs'),
  'start:cluster': () => import('./commands/startCluster.mjs'),
  test: () => import('./commands/test.mjs'),
  'test:cluster': () => import('./commands/testCluster.mjs'),
  'bench:cluster': () => import('./commands/benchCluster.mjs'),
  'test:full': () => import('./commands/testFull.mjs'),
  verify: () => import('./commands/verify.mjs'),
  'measure:bundle': () => import('./commands/measureBundle.mjs'),
};

async function main() {
  const { command, options, rest } = parseCommandLine(
    process.argv.slice(2),
    Object.keys(commands),
  );
  if (options.help || !command) {
    report(HELP);
    return command || options.help ? 0 : 1;
  }
  const { prepareToolchain } = await import('./toolchain/prepareToolchain.mjs');
  const { run } = await commands[command]();
  return run({ toolchain: await prepareToolchain(), options, rest });
}

try {
  process.exitCode = await main();
} catch (error) {
  report(error instanceof UserError ? `\n${error.message}` : error.stack);
  process.exitCode = 1;
}
