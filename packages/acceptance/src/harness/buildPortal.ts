import { spawn } from 'node:child_process';
import path from 'node:path';
import { ROOT } from './ServiceProcess';

/**
 * Builds the portal's frontend, which the backend then serves. That takes less memory and time than the development
 * server, and is what production has.
 */
export async function buildPortal(configs: string[]): Promise<void> {
  const cli = path.join(ROOT, 'node_modules/@backstage/cli/bin/backstage-cli');
  const output: string[] = [];
  const code = await new Promise<number | null>((resolve, reject) => {
    const child = spawn(
      process.execPath,
      [
        cli,
        'package',
        'build',
        ...configs.flatMap(file => ['--config', `../../${file}`]),
      ],
      {
        cwd: path.join(ROOT, 'packages/app'),
        // Browsers take what is built for production only.
        env: { ...process.env, NODE_ENV: 'production' },
      },
    );
    child.stdout.on('data', chunk => output.push(String(chunk)));
    child.stderr.on('data', chunk => output.push(String(chunk)));
    child.on('error', reject);
    child.on('close', resolve);
  });
  if (code !== 0) {
    throw new Error(
      `The portal's frontend could not be built:\n${output.join('')}`,
    );
  }
}
