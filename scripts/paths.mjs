import { fileURLToPath } from 'node:url';
import path from 'node:path';

/** The repository's root. */
export const ROOT = path.resolve(
  path.dirname(fileURLToPath(import.meta.url)),
  '..',
);

/** Tools and logs that can be made again. */
export const CACHE = path.join(ROOT, '.cache');

/** State of the sandbox and of the portal that runs on it; `--reset` deletes it. */
export const SANDBOX = path.join(ROOT, '.sandbox');

/** @param {...string} parts */
export const inRoot = (...parts) => path.join(ROOT, ...parts);
