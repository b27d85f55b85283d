import { accessSync, constants } from 'node:fs';
import path from 'node:path';

const PROGRAMS = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
];

/**
 * A Chromium or Chrome: what CHROMIUM_PATH names, what the system has, or the one that an npm package carries, so
 * that journeys are never left out for want of a browser.
 */
export async function findBrowser(): Promise<string> {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  const installed = folders
    .flatMap(folder => PROGRAMS.map(program => path.join(folder, program)))
    .find(isExecutable);
  const found = process.env.CHROMIUM_PATH || installed;
  if (found) {
    return found;
  }
  const { default: chromium } = await import('@sparticuz/chromium');
  return chromium.executablePath();
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
