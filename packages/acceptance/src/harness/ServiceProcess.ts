import { ChildProcess, spawn } from 'node:child_process';
import { appendFileSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';

/** The repository's root. This package is never built, so its source is where it says. */
// eslint-disable-next-line no-restricted-syntax
export const ROOT = path.resolve(__dirname, '..', '..', '..', '..');

const TRANSFORM = path.join(
  ROOT,
  'node_modules/@backstage/cli-node/config/nodeTransform.cjs',
);
const SHOWN_LINES = 20;
const SHOWN_CHARACTERS = 300;
/** The harness itself causes these while it waits. */
const REQUEST_LINE = /incomingRequest|errorHandler/;

export interface ServiceProcessOptions {
  name: string;
  /** TypeScript file, run as Backstage runs its backends. */
  script: string;
  args: string[];
  /** Working directory below the root. */
  folder: string;
  env: Record<string, string>;
  logFile: string;
  onLine?: (line: string) => void;
}

/** A Node program of this repository. No shell and no runner in between, so that a signal hits the program itself. */
export class ServiceProcess {
  readonly #options: ServiceProcessOptions;
  readonly #child: ChildProcess;
  #hasEnded = false;
  /** Resolves when the process has ended, for whatever reason. */
  readonly ended: Promise<void>;

  constructor(options: ServiceProcessOptions) {
    this.#options = options;
    this.#child = spawn(
      process.execPath,
      ['--require', TRANSFORM, options.script, ...options.args],
      {
        cwd: path.join(ROOT, options.folder),
        env: { ...process.env, ...options.env },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      if (stream) {
        createInterface({ input: stream }).on('line', line => {
          appendFileSync(options.logFile, `${line}\n`);
          options.onLine?.(line);
        });
      }
    }
    this.ended = new Promise(resolve => {
      this.#child.on('close', () => {
        this.#hasEnded = true;
        resolve();
      });
    });
  }

  get hasEnded(): boolean {
    return this.#hasEnded;
  }

  async stop(signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
    this.#child.kill(signal);
    await this.ended;
  }

  /** For a process that ended too early or never became ready. */
  failure(what: string): Error {
    const { name, logFile } = this.#options;
    const lines = readFileSync(logFile, 'utf8')
      .split('\n')
      .filter(line => !REQUEST_LINE.test(line))
      .slice(-SHOWN_LINES)
      .map(line => line.slice(0, SHOWN_CHARACTERS));
    return new Error(
      [`The ${name} ${what}. The end of ${logFile}:`, ...lines].join('\n'),
    );
  }
}
