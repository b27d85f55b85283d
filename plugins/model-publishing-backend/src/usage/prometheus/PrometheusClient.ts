import { Dispatcher, request } from 'undici';
import { PrometheusSettings } from '../../config/prometheusSchema';
import { authorizationHeader } from './authorizationHeader';
import { createAgent } from './createAgent';
import { PrometheusProblems } from './PrometheusProblems';
import { PrometheusSeries } from './PrometheusSeries';
import { queryAnswerSchema } from './queryAnswerSchema';

/** A selector of series, and the span that their samples are asked of. */
export interface SampleQuery {
  selector: string;
  /** Samples after this time, in milliseconds since the epoch, ... */
  after: number;
  /** ... up to this time. */
  upTo: number;
  signal: AbortSignal;
}

interface Answer {
  status: number;
  body: string;
}

/** Asks the Prometheus of one cluster. */
export class PrometheusClient {
  readonly #cluster: string;
  readonly #settings: PrometheusSettings;
  readonly #problems: PrometheusProblems;
  #agent: Promise<Dispatcher> | undefined;

  constructor(cluster: string, settings: PrometheusSettings) {
    this.#cluster = cluster;
    this.#settings = settings;
    this.#problems = new PrometheusProblems(cluster, settings);
  }

  /**
   * Reads the raw samples of series: an instant query for a range answers what was scraped, where a range query would
   * answer a value for each step.
   *
   * @throws ServiceUnavailableError when it cannot be reached or does not answer as it should
   * @throws the reason of the signal once it has aborted
   */
  async samplesOf(query: SampleQuery): Promise<PrometheusSeries[]> {
    const { selector, after, upTo, signal } = query;
    const form = {
      query: `${selector}[${upTo - after}ms]`,
      time: String(upTo / 1000),
      timeout: `${this.#settings.timeoutMs}ms`,
      // Thanos would leave out what a store of its own does not tell, and answer all the same. Others do not know this.
      partial_response: 'false',
    };
    const series = this.#seriesIn(await this.#post(form, signal));
    // The beginning of the span belongs to it before Prometheus 3, and not since then.
    return series.map(({ labels, samples }) => ({
      labels,
      samples: samples.filter(({ at }) => at > after && at <= upTo),
    }));
  }

  async #post(
    form: Record<string, string>,
    signal: AbortSignal,
  ): Promise<Answer> {
    const { url, headers, authorization, timeoutMs } = this.#settings;
    const authorized = await authorizationHeader(authorization, this.#cluster);
    const dispatcher = await this.#connections();
    const tooLate = AbortSignal.timeout(timeoutMs);
    try {
      // Redirects are not followed: what proves who asks is for this address only.
      const { statusCode, body } = await request(`${url}/api/v1/query`, {
        method: 'POST',
        headers: {
          ...headers,
          ...(authorized && { authorization: authorized }),
          'content-type': 'application/x-www-form-urlencoded',
        },
        body: new URLSearchParams(form).toString(),
        dispatcher,
        signal: AbortSignal.any([signal, tooLate]),
      });
      return { status: statusCode, body: await body.text() };
    } catch (error) {
      signal.throwIfAborted();
      this.#renewConnections(dispatcher);
      throw tooLate.aborted
        ? this.#problems.tooLate()
        : this.#problems.unreachable(error);
    }
  }

  #connections(): Promise<Dispatcher> {
    const agent = this.#agent ?? createAgent(this.#settings, this.#cluster);
    this.#agent = agent;
    agent.catch(() => {
      this.#agent = undefined;
    });
    return agent;
  }

  /** The file with certificates may be another one by now. */
  #renewConnections(failed: Dispatcher): void {
    this.#agent = undefined;
    void failed.close();
  }

  #seriesIn({ status, body }: Answer): PrometheusSeries[] {
    if (status !== 200) {
      throw this.#problems.refused(status, body);
    }
    try {
      return queryAnswerSchema.parse(JSON.parse(body));
    } catch {
      throw this.#problems.unintelligible();
    }
  }
}
