import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { CACHE, ROOT } from '../paths.mjs';
import { runToEnd } from '../processes/runToEnd.mjs';
import { UserError } from '../UserError.mjs';

/** Adds one package to `.cache/tools`. @param {string} specifier */
export async function npmInstall(specifier) {
  const folder = path.join(CACHE, 'tools');
  mkdirSync(folder, { recursive: true });
  const manifest = path.join(folder, 'package.json');
  if (!existsSync(manifest)) {
    writeFileSync(manifest, '{ "private": true }\n');
  }
  const flags = [
    '--no-audit',
    '--no-fund',
    '--no-package-lock',
    '--ignore-scripts',
  ];
  const { code, output } = await npm(
    ['install', '--prefix', folder, ...flags, specifier],
    folder,
  );
  if (code !== 0) {
    throw new UserError(
      `npm could not install ${specifier}:\n${output.trim()}`,
    );
  }
}

/** The registry that npm is set up to use, which Yarn does not look up by itself. */
export async function npmRegistry() {
  const { code, output } = await npm(
    ['config', 'get', 'registry', '--loglevel', 'silent'],
    ROOT,
  );
  const address = output.trim().split('\n').at(-1);
  return code === 0 && /^https?:/.test(address) ? address : undefined;
}

/** Runs npm's own script when npm started this one, else the npm on the PATH. @param {string[]} args @param {string} cwd */
function npm(args, cwd) {
  const script = process.env.npm_execpath;
  return script?.endsWith('npm-cli.js')
    ? runToEnd(process.execPath, [script, ...args], { cwd, env: process.env })
    : runToEnd('npm', args, {
        cwd,
        env: process.env,
        shell: process.platform === 'win32',
      });
}
