import { setTimeout as sleep } from 'node:timers/promises';
import { ServiceProcess } from './ServiceProcess';

export interface PortalBackendOptions {
  port: number;
  /** Configuration files in the root, later ones win. */
  configs: string[];
  env: Record<string, string>;
  logFile: string;
  /** Token of an administrator, to see when the API answers. */
  adminToken: string;
}

const START_TIMEOUT_MS = 120_000;
const POLL_MS = 250;

/** The portal's backend as a process that tests may kill and start again, always on the same port. */
export class PortalBackend {
  readonly #options: PortalBackendOptions;
  #process: ServiceProcess | undefined;

  constructor(options: PortalBackendOptions) {
    this.#options = options;
  }

  get url(): string {
    return `http://127.0.0.1:${this.#options.port}`;
  }

  /**
   * Resolves when the API answers for all gateways.
   *
   * @param changes - variables of the environment that are another way this time
   */
  async start(changes: Record<string, string> = {}): Promise<void> {
    if (this.#process && !this.#process.hasEnded) {
      throw new Error('The backend runs already');
    }
    const { configs, env, logFile } = this.#options;
    const backend = new ServiceProcess({
      name: 'backend',
      script: 'src/index.ts',
      folder: 'packages/backend',
      args: configs.flatMap(file => ['--config', `../../${file}`]),
      env: { ...env, ...changes },
      logFile,
    });
    this.#process = backend;
    const deadline = Date.now() + START_TIMEOUT_MS;
    while (!(await this.#answers())) {
      if (backend.hasEnded) {
        throw backend.failure('ended before it was ready');
      }
      if (Date.now() > deadline) {
        throw backend.failure(
          `was not ready after ${START_TIMEOUT_MS / 1000} s`,
        );
      }
      await sleep(POLL_MS);
    }
  }

  /** SIGKILL: the process gets no chance to finish anything. */
  async kill(): Promise<void> {
    await this.#process?.stop('SIGKILL');
  }

  async stop(): Promise<void> {
    if (this.#process && !this.#process.hasEnded) {
      const kill = setTimeout(() => void this.kill(), 10_000);
      await this.#process.stop('SIGTERM');
      clearTimeout(kill);
    }
  }

  async #answers(): Promise<boolean> {
    try {
      const { status } = await fetch(
        `${this.url}/api/model-publishing/published-models`,
        { headers: { Authorization: `Bearer ${this.#options.adminToken}` } },
      );
      return status === 200;
    } catch {
      return false;
    }
  }
}
