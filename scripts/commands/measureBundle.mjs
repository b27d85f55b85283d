import { inRoot, ROOT } from '../paths.mjs';
import { runToEnd } from '../processes/runToEnd.mjs';
import { report } from '../report.mjs';

/** What browsers load for each page of the frontend plugin. @param {import('../run.mjs').CommandInput} input */
export async function run({ toolchain: { node, env } }) {
  const { code, output } = await runToEnd(
    node,
    [inRoot('scripts', 'bundle', 'measureBundle.mjs')],
    { cwd: ROOT, env },
  );
  report(output.trimEnd());
  return code;
}
