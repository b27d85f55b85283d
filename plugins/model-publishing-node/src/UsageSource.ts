/** A counter's value at one time: what it had counted since it began at 0. */
export interface CounterSample {
  /** Of the scrape, in milliseconds since the epoch. */
  at: number;
  value: number;
}

/**
 * What a series counts:
 * - `requests`: requests that a route has sent to its model
 * - `responses`: the model's answers, by status
 * - `rate-limited`: requests of a route that the global rate limiter has refused
 * - `tokens`: tokens that the model reported, by type (`input`, `output`), client id and model name
 * - `calls`: requests as the access log has them, refused ones included, by status, client id and route
 */
export type UsageMeasure =
  | 'requests'
  | 'responses'
  | 'rate-limited'
  | 'tokens'
  | 'calls';

/** One counter of one target. */
export interface CounterSeries {
  /** The same in each reading, and different from that of every other series of the cluster. At most 200 characters. */
  id: string;
  /** Id of the target that it is scraped from. */
  target: string;
  measure: UsageMeasure;
  /** Name of the HTTPRoute that is counted, its namespace, and which of its rules, from 0. */
  route?: { namespace: string; name: string; rule: number };
  /** Client id of the key that was used; absent without one. */
  clientId?: string;
  /** The model name that clients of OpenAI's protocol have asked for. */
  modelName?: string;
  /** HTTP status, such as "200". */
  status?: string;
  tokenType?: string;
  /** In order of time. */
  samples: CounterSample[];
}

/** Something that is scraped: one Envoy, one AI Gateway processor, one collector of access logs. */
export interface ScrapedTarget {
  /** The same in each reading. At most 200 characters. */
  id: string;
  /** Every scrape that has succeeded, in order of time: a series without a sample then was not there then. */
  scrapes: Array<{
    at: number;
    /** When the process had started, as far as it says so, in milliseconds since the epoch; at most 6 s too late. */
    startedAt?: number;
  }>;
}

/** The raw samples of a span of time; nothing is summed up, no reset is taken out. */
export interface UsageReading {
  targets: ScrapedTarget[];
  series: CounterSeries[];
}

export interface UsageReadingRequest {
  /** Name of the cluster. */
  cluster: string;
  /** Namespaces that routes of publications are in. */
  namespaces: string[];
  /** Samples after this time, in milliseconds since the epoch, ... */
  after: number;
  /** ... up to this time. */
  upTo: number;
  signal: AbortSignal;
}

/** Where the counters of gateways are kept. The default reads Prometheus. */
export interface UsageSource {
  /** Whether there is a source for a cluster. Without one its usage is never known. */
  has(cluster: string): boolean;
  /**
   * Reads counters, in at most 6 queries for any number of publications.
   *
   * @throws ServiceUnavailableError when the source cannot be reached or does not answer as it should
   */
  read(request: UsageReadingRequest): Promise<UsageReading>;
}
