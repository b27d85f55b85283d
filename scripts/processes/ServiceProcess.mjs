import { spawn, spawnSync } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';

const STOP_TIMEOUT_MS = 8_000;
const LAST_LINES = 25;

/** A program that runs until it is stopped, together with everything it started. */
export class ServiceProcess {
  #child;
  #lastLines = [];

  /** What the process is, for messages. */
  name;
  /** Resolves when it ends. */
  ended;

  /**
   * @param {string} name
   * @param {object} options
   * @param {string} options.command
   * @param {string[]} options.args
   * @param {string} options.cwd
   * @param {NodeJS.ProcessEnv} options.env
   * @param {string} options.logFile
   * @param {(line: string) => void} [options.onLine]
   */
  constructor(name, { command, args, cwd, env, logFile, onLine = () => {} }) {
    this.name = name;
    this.logFile = logFile;
    // A process group of its own: Ctrl-C reaches only us, and we end the group in order, grandchildren included.
    this.#child = spawn(command, args, {
      cwd,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: process.platform !== 'win32',
    });
    const log = createWriteStream(logFile);
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      createInterface({ input: stream }).on('line', line => {
        log.write(`${line}\n`);
        this.#lastLines = [...this.#lastLines, line].slice(-LAST_LINES);
        onLine(line);
      });
    }
    this.ended = new Promise(resolve => {
      this.#child.on('error', resolve);
      this.#child.on('close', resolve);
    });
  }

  /** The end of what it printed. */
  get lastLines() {
    return this.#lastLines.join('\n');
  }

  /** Ends the whole group: politely first, by force after a while. */
  async stop() {
    this.#signalGroup('SIGTERM');
    await Promise.race([
      this.ended,
      sleep(STOP_TIMEOUT_MS, undefined, { ref: false }),
    ]);
    this.#signalGroup('SIGKILL');
  }

  /** @param {NodeJS.Signals} signal */
  #signalGroup(signal) {
    const { pid } = this.#child;
    if (pid === undefined) {
      return;
    }
    if (process.platform === 'win32') {
      spawnSync('taskkill', ['/pid', String(pid), '/t', '/f']);
      return;
    }
    try {
      process.kill(-pid, signal);
    } catch (error) {
      if (error.code !== 'ESRCH') {
        throw error;
      }
    }
  }
}
