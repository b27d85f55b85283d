import { ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { freePort } from '../harness/freePort';
import { ROOT } from '../harness/ServiceProcess';
import { eventually } from './eventually';
import { RequestTally, tallyName } from './SentRequests';
import { target } from './target';

/** The shipped configuration itself. */
const CONFIGURATION = path.join(ROOT, 'examples/access-logs/collector.yaml');
const START_MS = 20_000;
const SERIES = /^model_publishing_requests_total\{(.*)\} (\S+)$/;
const LABEL = /(\w+)="([^"]*)"/g;

/** One series of `model_publishing_requests_total`. */
interface CountedRequests {
  labels: Record<string, string>;
  count: number;
}

/** An OpenTelemetry Collector that counts the access log, configured as examples/access-logs is. */
export class AccessLogCounter {
  readonly otlpPort: number;
  readonly #binary: string;
  readonly #metricsPort: number;
  #process: ChildProcess | undefined;

  private constructor(
    binary: string,
    ports: { otlp: number; metrics: number },
  ) {
    this.#binary = binary;
    this.otlpPort = ports.otlp;
    this.#metricsPort = ports.metrics;
  }

  /** @param binary - OpenTelemetry Collector with the components that the configuration names */
  static async onFreePorts(binary: string): Promise<AccessLogCounter> {
    return new AccessLogCounter(binary, {
      otlp: await freePort(),
      metrics: await freePort(),
    });
  }

  /** Resolves when Prometheus could see that it is there. */
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
      async () => {
        if (!/^target_info\{/m.test(await this.#metrics())) {
          throw new Error('The collector has no target_info');
        }
      },
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

  /** Everything that is counted. */
  async requests(): Promise<CountedRequests[]> {
    return (await this.#metrics()).split('\n').flatMap(seriesIn);
  }

  /** What is counted of the first rule of a publication's route; that of its metadata comes later. */
  async tallyOf({ id }: { id: string }): Promise<RequestTally> {
    const { namespace } = target.gateway;
    const route = new RegExp(
      `^httproute/${namespace}/published-model-[^/]+-${id}-[0-9a-f]{8}/rule/0/`,
    );
    return Object.fromEntries(
      (await this.requests())
        .filter(({ labels }) => route.test(String(labels.route_name)))
        .map(({ labels, count }) => [
          tallyName(String(labels.client_id), String(labels.response_code)),
          count,
        ]),
    );
  }

  async #metrics(): Promise<string> {
    const url = `http://127.0.0.1:${this.#metricsPort}/metrics`;
    return (await fetch(url)).text();
  }
}

function seriesIn(line: string): CountedRequests[] {
  const [, labels, value] = SERIES.exec(line) ?? [];
  return labels === undefined
    ? []
    : [
        {
          labels: Object.fromEntries(
            [...labels.matchAll(LABEL)].map(([, name, text]) => [name, text]),
          ),
          count: Number(value),
        },
      ];
}
