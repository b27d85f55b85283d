import { ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import readline from 'node:readline';
import knex, { Knex } from 'knex';

const PROGRAM = path.resolve(__dirname, '../../../../scripts/postgres.mjs');

/** A real PostgreSQL of its own, with as many databases as are asked for. */
export class PostgresServer {
  readonly #process: ChildProcess;
  readonly #url: string;
  #databases = 0;

  private constructor(process: ChildProcess, url: string) {
    this.#process = process;
    this.#url = url;
  }

  /** @throws Error with what PostgreSQL has said when it does not start */
  static async start(): Promise<PostgresServer> {
    const child = spawn(process.execPath, [PROGRAM], {
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    let problem = '';
    child.stderr.on('data', text => (problem += text));
    const [line] = await Promise.race([
      once(readline.createInterface(child.stdout), 'line'),
      once(child, 'exit').then(() => [undefined]),
    ]);
    if (typeof line !== 'string') {
      throw new Error(problem);
    }
    return new PostgresServer(child, line);
  }

  /** Connects to a new, empty database. */
  async newDatabase(): Promise<Knex> {
    this.#databases += 1;
    const name = `test${this.#databases}`;
    const server = this.#connect(this.#url);
    await server.raw('create database ??', [name]);
    await server.destroy();
    const url = new URL(this.#url);
    url.pathname = name;
    return this.#connect(url.href);
  }

  async stop(): Promise<void> {
    this.#process.stdin?.end();
    await once(this.#process, 'exit');
  }

  #connect(url: string): Knex {
    return knex({ client: 'pg', connection: url });
  }
}
