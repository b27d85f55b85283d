import { NotFoundError, ServiceUnavailableError } from '@backstage/errors';
import http from 'node:http';
import { prometheusSettings } from './__testUtils__/prometheusSettings';
import {
  CALLS,
  RATE_LIMITED,
  REQUESTS,
  RESPONSES,
  TARGET_INFO,
  TOKENS,
  UPTIME,
} from './__testUtils__/realLabels';
import {
  ReceivedQuery,
  sendSeries,
  startTestPrometheus,
  TestPrometheus,
} from './__testUtils__/startTestPrometheus';
import { PrometheusUsageSource } from './PrometheusUsageSource';

const ALL = [
  CALLS,
  RATE_LIMITED,
  REQUESTS,
  RESPONSES,
  TARGET_INFO,
  TOKENS,
  UPTIME,
];

/** What a query asks for by the metric's name, which is all that these series differ by. */
function askedFor({ form }: ReceivedQuery): typeof ALL {
  const pattern = /__name__=~"(.*?)"/.exec(`${form.query}`)?.[1];
  const names = new RegExp(`^${pattern}$`);
  return ALL.filter(({ __name__: name }) => names.test(name));
}

const answerAll = (query: ReceivedQuery, response: http.ServerResponse) =>
  sendSeries(
    response,
    askedFor(query).map(metric => ({ metric, values: [[1030, '7']] })),
  );

describe('PrometheusUsageSource', () => {
  let server: TestPrometheus | undefined;

  afterEach(() => server?.close());

  async function sourceOf(
    answer: Parameters<typeof startTestPrometheus>[0],
    selectors: Record<string, string> = {},
  ) {
    server = await startTestPrometheus(answer);
    return new PrometheusUsageSource(
      new Map([['one', prometheusSettings({ url: server.url, selectors })]]),
    );
  }

  const request = (cluster = 'one') => ({
    cluster,
    namespaces: ['model-gateway'],
    after: 1_000_000,
    upTo: 1_031_000,
    signal: new AbortController().signal,
  });

  it('reads all that is counted, with the scrapes of what counts it', async () => {
    const source = await sourceOf(answerAll);
    const { series, targets } = await source.read(request());

    expect(series.map(({ measure }) => measure).sort()).toEqual([
      'calls',
      'rate-limited',
      'requests',
      'responses',
      'tokens',
    ]);
    expect(series.map(({ samples }) => samples)).toEqual(
      series.map(() => [{ at: 1_030_000, value: 7 }]),
    );
    const scraped = series.filter(({ measure }) => measure !== 'calls');
    expect(new Set(scraped.map(({ target }) => target))).toEqual(
      new Set(targets.map(({ id }) => id)),
    );
    expect(targets.flatMap(({ scrapes }) => scrapes)).toEqual([
      { at: 1_030_000 },
      { at: 1_030_000, startedAt: 1_023_000 },
    ]);
  });

  it('asks at most six times, for the same span and for series of the cluster', async () => {
    const source = await sourceOf(answerAll, { cluster: 'production' });
    await source.read(request());

    const forms = server?.queries.map(({ form }) => form) ?? [];
    expect(forms.length).toBeLessThanOrEqual(6);
    for (const { query, time } of forms) {
      expect(query).toMatch(/,cluster="production"}\[31000ms\]$/);
      expect(time).toBe('1031');
    }
  });

  it('names no series or target that has no sample in the span', async () => {
    const source = await sourceOf((query, response) =>
      sendSeries(
        response,
        askedFor(query).map(metric => ({ metric, values: [[1000, '7']] })),
      ),
    );
    expect(await source.read(request())).toEqual({ series: [], targets: [] });
  });

  it('knows less than everything for nothing', async () => {
    const source = await sourceOf((query, response) =>
      query.form.query?.includes('target_info')
        ? response.writeHead(503).end()
        : answerAll(query, response),
    );
    await expect(source.read(request())).rejects.toThrow(
      ServiceUnavailableError,
    );
  });

  it('is there for the clusters that have a Prometheus', async () => {
    const source = await sourceOf(answerAll);
    expect(source.has('one')).toBe(true);
    expect(source.has('two')).toBe(false);
    await expect(source.read(request('two'))).rejects.toThrow(NotFoundError);
  });
});
