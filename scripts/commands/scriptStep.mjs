import { readdirSync } from 'node:fs';
import { inRoot, ROOT } from '../paths.mjs';
import { runToEnd } from '../processes/runToEnd.mjs';
import { report } from '../report.mjs';

/**
 * The tests of these scripts, which run before anything is installed and therefore not in Jest.
 *
 * @param {import('../toolchain/prepareToolchain.mjs').Toolchain} toolchain
 */
export async function scriptStep({ node, env }) {
  report('\n--- scripts ---');
  const tests = readdirSync(inRoot('scripts'), { recursive: true })
    .filter(name => name.endsWith('.test.mjs'))
    .map(name => inRoot('scripts', name));
  const { code, output } = await runToEnd(
    node,
    ['--test', '--test-reporter=tap', ...tests],
    { cwd: ROOT, env },
  );
  const count = name =>
    Number(new RegExp(`^# ${name} (\\d+)$`, 'm').exec(output)?.[1] ?? 0);
  if (code !== 0) {
    report(output);
  }
  report(`${count('pass')} of ${count('tests')} passed`);
  return {
    passed: count('pass'),
    failed: code === 0 ? 0 : Math.max(1, count('fail')),
  };
}
