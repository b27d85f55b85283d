import { PortalBackend } from './PortalBackend';
import { ServerProxy } from './ServerProxy';
import { TestPostgres } from './TestPostgres';

/** One of several backends on one database. */
export interface Replica {
  backend: PortalBackend;
  /** What it takes for its Prometheus. */
  prometheus: ServerProxy;
}

export interface ReplicasOptions {
  /** Prepares a backend that keeps its data in this PostgreSQL. */
  create: (postgresUrl: string) => Promise<Replica>;
}

/** Several backends of one portal, on a PostgreSQL of their own, beside the backend that tests otherwise use. */
export class Replicas {
  readonly #options: ReplicasOptions;
  readonly #replicas: Replica[] = [];
  #postgres: TestPostgres | undefined;

  constructor(options: ReplicasOptions) {
    this.#options = options;
  }

  /** @returns addresses of the backends, once all of them answer */
  async start(count: number): Promise<string[]> {
    if (this.#postgres) {
      throw new Error('The replicas run already');
    }
    this.#postgres = await TestPostgres.start();
    while (this.#replicas.length < count) {
      const replica = await this.#options.create(this.#postgres.url);
      this.#replicas.push(replica);
      await replica.backend.start();
    }
    return this.#replicas.map(({ backend }) => backend.url);
  }

  /** SIGKILL. */
  async kill(index: number): Promise<void> {
    await this.#replicas[index]?.backend.kill();
  }

  /** How many requests each of them has sent to Prometheus so far. */
  prometheusRequests(): number[] {
    return this.#replicas.map(({ prometheus }) => prometheus.requests);
  }

  async stop(): Promise<void> {
    for (const { backend, prometheus } of this.#replicas.splice(0)) {
      await backend.stop();
      prometheus.close();
    }
    await this.#postgres?.stop();
    this.#postgres = undefined;
  }
}
