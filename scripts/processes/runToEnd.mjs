import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/**
 * Runs a program without input and collects what it prints.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd: string, env: NodeJS.ProcessEnv, shell?: boolean, onLine?: (line: string) => void }} options
 * @returns {Promise<{ code: number, output: string }>} code 127 when the program does not exist
 */
export function runToEnd(
  command,
  args,
  { cwd, env, shell = false, onLine = () => {} },
) {
  return new Promise(resolve => {
    const child = spawn(command, args, {
      cwd,
      env,
      shell,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const lines = [];
    for (const stream of [child.stdout, child.stderr]) {
      createInterface({ input: stream }).on('line', line => {
        lines.push(line);
        onLine(line);
      });
    }
    child.on('error', error => resolve({ code: 127, output: error.message }));
    child.on('close', code =>
      resolve({ code: code ?? 1, output: lines.join('\n') }),
    );
  });
}
