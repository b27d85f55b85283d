import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { report } from '../report.mjs';

/**
 * Runs an action while no other process does the same.
 *
 * @template T
 * @param {string} file - holds the id of the process that has the lock
 * @param {() => Promise<T>} action
 * @returns {Promise<T>}
 */
export async function withLock(file, action) {
  mkdirSync(path.dirname(file), { recursive: true });
  for (let said = false; !tryLock(file); said = true) {
    if (!said) {
      report('Another command is installing dependencies; waiting for it ...');
    }
    await sleep(500);
  }
  try {
    return await action();
  } finally {
    rmSync(file, { force: true });
  }
}

/** @param {string} file */
function tryLock(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') {
      throw error;
    }
    if (isAbandoned(file)) {
      rmSync(file, { force: true });
    }
    return false;
  }
}

/** The process that made the lock was killed. @param {string} file */
function isAbandoned(file) {
  try {
    const pid = Number(readFileSync(file, 'utf8'));
    if (pid > 0) {
      process.kill(pid, 0);
    }
    return false;
  } catch (error) {
    return error.code === 'ESRCH';
  }
}
