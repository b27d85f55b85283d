import { ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { ROOT } from './ServiceProcess';

/** A PostgreSQL of its own, with nothing in it. */
export class TestPostgres {
  readonly #process: ChildProcess;
  /** Of its server; Backstage makes a database for each plugin. */
  readonly url: string;

  private constructor(process: ChildProcess, url: string) {
    this.#process = process;
    this.url = url;
  }

  /** @throws Error with what PostgreSQL has said when it does not start */
  static async start(): Promise<TestPostgres> {
    const program = path.join(ROOT, 'scripts', 'postgres.mjs');
    const child = spawn(process.execPath, [program], {
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    let problem = '';
    child.stderr.on('data', text => {
      problem += text;
    });
    const [line] = await Promise.race([
      once(createInterface({ input: child.stdout }), 'line'),
      once(child, 'exit').then(() => [undefined]),
    ]);
    if (typeof line !== 'string') {
      throw new Error(problem);
    }
    return new TestPostgres(child, line);
  }

  async stop(): Promise<void> {
    const ended = once(this.#process, 'exit');
    this.#process.stdin?.end();
    await ended;
  }
}
