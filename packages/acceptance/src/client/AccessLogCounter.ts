import { ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { freePort } from '../harness/freePort';
import { ROOT } from '../harness/ServiceProcess';
import { eventually } from './eventually';

/** The shipped configuration itself, on other ports. */
const CONFIGURATION = path.join(ROOT, 'examples/access-logs/collector.yaml');
const START_MS = 20_000;
const SERIES = /^model_publishing_requests_total\{(.*)\} (\S+)$/;
const LABEL = /(\w+)="([^"]*)"/g;

/** One series of `model_publishing_requests_total`. */
export interface CountedRequests {
  client_id: string;
  route_name: string;
  response_code: string;
  count: number;
}

/** An OpenTelemetry Collector that counts the access log as examples/access-logs has it. */
export class AccessLogCounter {
  readonly #binary: string;
  readonly otlpPort: number;
  readonly #metricsPort: number;
  #process: ChildProcess | undefined;

  private constructor(binary: string, otlpPort: number, metricsPort: number) {
    this.#binary = binary;
    this.otlpPort = otlpPort;
    this.#metricsPort = metricsPort;
  }

  /** @param binary - OpenTelemetry Collector with the components that the configuration names */
  static async start(binary: string): Promise<AccessLogCounter> {
    const counter = new AccessLogCounter(
      binary,
      await freePort(),
      await freePort(),
    );
    await counter.start();
    return counter;
  }

  /** Resolves when it says by itself, in `target_info`, that it is there. */
  async start(): Promise<void> {
    this.#process = spawn(this.#binary, ['--config', CONFIGURATION], {
      env: {
        LISTEN_ADDRESS: '127.0.0.1',
        OTLP_PORT: String(this.otlpPort),
        METRICS_PORT: String(this.#metricsPort),
      },
      stdio: 'ignore',
    });
    await eventually(
      async () => expect(await this.metrics()).toMatch(/^target_info\{/m),
      { withinMs: START_MS },
    );
  }

  /** SIGKILL: what it has counted is lost. */
  async kill(): Promise<void> {
    const running = this.#process;
    this.#process = undefined;
    if (running && running.exitCode === null && running.signalCode === null) {
      const ended = once(running, 'exit');
      running.kill('SIGKILL');
      await ended;
    }
  }

  /** What Prometheus would scrape. */
  async metrics(): Promise<string> {
    const response = await fetch(
      `http://127.0.0.1:${this.#metricsPort}/metrics`,
    );
    return response.text();
  }

  async requests(): Promise<CountedRequests[]> {
    return (await this.metrics()).split('\n').flatMap(seriesIn);
  }
}

function seriesIn(line: string): CountedRequests[] {
  const [, labels, value] = SERIES.exec(line) ?? [];
  if (labels === undefined || value === undefined) {
    return [];
  }
  const named = new Map(
    [...labels.matchAll(LABEL)].map(([, name, text]) => [name, text]),
  );
  return [
    {
      client_id: named.get('client_id') ?? '',
      route_name: named.get('route_name') ?? '',
      response_code: named.get('response_code') ?? '',
      count: Number(value),
    },
  ];
}
