import { report } from '../report.mjs';
import { UserError } from '../UserError.mjs';
import { ServiceProcess } from '../processes/ServiceProcess.mjs';

/** Services of one command: started one after the other, ended together, whatever the reason. */
export class Services {
  #processes = [];
  #failure = new AbortController();
  #stopping;

  /** Aborted when a service ends by itself, with a UserError that shows the end of its log. */
  get signal() {
    return this.#failure.signal;
  }

  /** @param {string} name @param {ConstructorParameters<typeof ServiceProcess>[1]} options */
  start(name, options) {
    const service = new ServiceProcess(name, options);
    this.#processes.push(service);
    service.ended.then(() => {
      if (!this.#stopping) {
        this.#failure.abort(
          new UserError(
            `The ${name} ended unexpectedly. The end of ${service.logFile}:\n\n${service.lastLines}`,
          ),
        );
      }
    });
    return service;
  }

  /** Ends all, the last started first to be told. */
  stop() {
    this.#stopping ??= Promise.all(
      this.#processes.toReversed().map(service => service.stop()),
    );
    return this.#stopping;
  }
}

/**
 * Starts services, waits for Ctrl-C or for one of them to fail, and ends them all.
 *
 * @param {(services: Services) => Promise<void>} start
 * @returns {Promise<number>} exit code
 */
export async function runServices(start) {
  const services = new Services();
  const asked = new Promise(resolve => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
      process.on(signal, resolve);
    }
    // Whoever ends npm instead of us means all of it; the shell in between does not pass the signal on.
    const parent = process.ppid;
    setInterval(() => process.ppid !== parent && resolve(), 1000).unref();
  });
  const failed = new Promise((_resolve, reject) => {
    services.signal.addEventListener('abort', () =>
      reject(services.signal.reason),
    );
  });
  try {
    await Promise.race([start(services).then(() => asked), asked, failed]);
    report('\nStopping ...');
    return 0;
  } finally {
    await services.stop();
  }
}
