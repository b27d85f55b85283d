import { spawnSync } from 'node:child_process';

function run(...args: string[]) {
  const { status, stdout, stderr, error } = spawnSync('promtool', args, {
    encoding: 'utf8',
  });
  return { status, error, output: `${stdout}${stderr}` };
}

/** What needs Prometheus' own tool; skipped where that is not installed. */
export const ifPromtool =
  run('--version').status === 0 ? describe : describe.skip;

/** Runs promtool. Throws what it says when it finds anything wrong. */
export function promtool(...args: string[]): void {
  const { status, output, error } = run(...args);
  if (status !== 0) {
    throw error ?? new Error(output);
  }
}
