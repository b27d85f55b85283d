import { spawnSync } from 'node:child_process';

/** Runs promtool; without any status it is not there. */
export function promtool(...args: string[]): {
  status: number | null;
  output: string;
} {
  const { status, stdout, stderr } = spawnSync('promtool', args, {
    encoding: 'utf8',
  });
  return { status, output: `${stdout}${stderr}` };
}

/** What needs Prometheus' own tool; skipped where that is not installed. */
export const ifPromtool =
  promtool('--version').status === 0 ? describe : describe.skip;
