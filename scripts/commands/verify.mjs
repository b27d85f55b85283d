import { inRoot, ROOT } from '../paths.mjs';
import { backstageCli } from '../processes/backstageCli.mjs';
import { runToEnd } from '../processes/runToEnd.mjs';
import { report } from '../report.mjs';
import { reportCounts } from './jestStep.mjs';

const CHECKS = {
  formatting: [
    inRoot('node_modules', 'prettier', 'bin-prettier.js'),
    '--check',
    '.',
  ],
  lint: backstageCli('repo', 'lint', '--max-warnings', '0'),
  types: [
    inRoot('node_modules', 'typescript', 'bin', 'tsc'),
    '--incremental',
    'false',
    '--noEmit',
  ],
  'package metadata': backstageCli('repo', 'fix', '--check'),
  'bundle size': [inRoot('scripts', 'bundle', 'measureBundle.mjs')],
};

/** Everything that can be said about the code without running it. @param {import('../run.mjs').CommandInput} input */
export async function run({ toolchain: { node, env } }) {
  const steps = [];
  for (const [name, args] of Object.entries(CHECKS)) {
    const { code, output } = await runToEnd(node, args, {
      cwd: ROOT,
      env: { ...env, CI: '1' },
    });
    report(
      `${code === 0 ? 'ok    ' : 'FAILED'} ${name}${
        code === 0 ? '' : `\n\n${output.trim()}\n`
      }`,
    );
    steps.push({ passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 });
  }
  return reportCounts(steps);
}
