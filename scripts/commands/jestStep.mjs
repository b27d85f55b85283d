import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { CACHE, inRoot } from '../paths.mjs';
import { report } from '../report.mjs';

/**
 * Runs one Jest command, shows its output, and counts.
 *
 * @param {string} name - of the step
 * @param {object} step
 * @param {import('../toolchain/prepareToolchain.mjs').Toolchain} step.toolchain
 * @param {string[]} step.command - arguments of Node, up to Jest's own
 * @param {string} [step.folder] - working directory below the root
 * @param {string[]} step.rest - further arguments for Jest
 * @param {NodeJS.ProcessEnv} [step.variables]
 * @returns {Promise<{ passed: number, failed: number }>} a step that breaks off counts as one failure at least
 */
export async function jestStep(
  name,
  { toolchain, command, folder = '.', rest, variables = {} },
) {
  report(`\n--- ${name} ---`);
  const results = path.join(
    CACHE,
    'test-results',
    `${name.replace(/\W+/g, '-')}.json`,
  );
  mkdirSync(path.dirname(results), { recursive: true });
  rmSync(results, { force: true });
  const code = await show(
    toolchain.node,
    [...command, '--json', `--outputFile=${results}`, ...rest],
    {
      cwd: inRoot(folder),
      env: { ...toolchain.env, CI: '1', ...variables },
    },
  );
  const { passed, failed } = count(results);
  return { passed, failed: code !== 0 && failed === 0 ? 1 : failed };
}

/** @param {string} results */
function count(results) {
  try {
    const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } =
      JSON.parse(readFileSync(results, 'utf8'));
    // A file that cannot be loaded has no tests to fail, but must not go unnoticed.
    return {
      passed: numPassedTests,
      failed: numFailedTests + numRuntimeErrorTestSuites,
    };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

function show(command, args, { cwd, env }) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env,
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    child.on('error', reject);
    child.on('close', code => resolve(code ?? 1));
  });
}

/** Prints the line that other programs read. @param {Array<{ passed: number, failed: number }>} steps */
export function reportCounts(steps) {
  const sum = key => steps.reduce((total, step) => total + step[key], 0);
  report(`\n${sum('passed')} passed, ${sum('failed')} failed`);
  return sum('failed') === 0 ? 0 : 1;
}
