import {
  ENVOY_TARGET,
  PROCESSOR_TARGET,
  TARGET_INFO,
  UPTIME,
} from '../../prometheus/__testUtils__/realLabels';
import { CountedPublication } from '../CountedPublication';

const SCRAPE_MS = 15_000;

const idOf = (index: number) => String(index).padStart(32, '0');

/** Every second one is OpenAI-compatible. */
export function manyCounted(count: number): CountedPublication[] {
  return Array.from({ length: count }, (_, index) => ({
    id: idOf(index),
    uid: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
    createdAt: 0,
    modelType: index % 2 === 0 ? ('traditional' as const) : 'openai',
    modelName: index % 2 === 0 ? undefined : `model-${index}`,
    countsByName: false,
    hasKey: () => true,
  }));
}

/** What one series of a busy gateway is called, and how fast it counts. */
interface BusySeries {
  labels: Record<string, string>;
  perScrape: number;
}

function seriesOf(index: number): BusySeries[] {
  const name = `published-model-model-${index}-${idOf(index)}-01234567`;
  const ofRoute = {
    envoy_cluster_name: `httproute/model-gateway/${name}/rule/0`,
    ...ENVOY_TARGET,
  };
  const ofEnvoy: BusySeries[] = [
    {
      labels: { __name__: 'envoy_cluster_upstream_rq_total', ...ofRoute },
      perScrape: 20,
    },
    ...['200', '503'].map(status => ({
      labels: {
        __name__: 'envoy_cluster_upstream_rq',
        envoy_response_code: status,
        ...ofRoute,
      },
      perScrape: 10,
    })),
    {
      labels: { __name__: 'envoy_cluster_ratelimit_over_limit', ...ofRoute },
      perScrape: 1,
    },
  ];
  const tokens = ['key1', 'key2'].flatMap(key =>
    ['input', 'output'].map(type => ({
      labels: {
        __name__: 'gen_ai_client_token_usage_sum',
        client_id: `${idOf(index)}.tenant-a.${key}`,
        gen_ai_operation_name: 'chat',
        gen_ai_original_model: `model-${index}`,
        gen_ai_provider_name: 'openai',
        gen_ai_request_model: `model-${index}`,
        gen_ai_response_model: `model-${index}`,
        gen_ai_token_type: type,
        ...PROCESSOR_TARGET,
      },
      perScrape: 100,
    })),
  );
  return index % 2 === 0 ? ofEnvoy : [...ofEnvoy, ...tokens];
}

/** What Prometheus has of so many publications, all of which are in use all the time. */
export class BusyGateway {
  readonly #series: BusySeries[];

  constructor(count: number) {
    this.#series = Array.from({ length: count }, (_, index) =>
      seriesOf(index),
    ).flat();
  }

  /** Results of an instant query for a range, in Prometheus' JSON. Times are milliseconds since the epoch. */
  answer(query: string, { after, upTo }: { after: number; upTo: number }) {
    const scrapes: number[] = [];
    const first = Math.floor(after / SCRAPE_MS) + 1;
    for (let index = first; index * SCRAPE_MS <= upTo; index++) {
      scrapes.push(index);
    }
    const samples = (perScrape: number) =>
      scrapes.map(index => [
        (index * SCRAPE_MS) / 1_000,
        String(index * perScrape),
      ]);
    const isOfScrapes = query.includes('target_info');
    return isOfScrapes
      ? [
          // Up for as long as the clock runs.
          { metric: UPTIME, values: samples(SCRAPE_MS / 1_000) },
          { metric: TARGET_INFO, values: samples(0) },
        ]
      : this.#series
          .filter(({ labels: { __name__: name } }) =>
            query.includes(name ?? ''),
          )
          .map(({ labels, perScrape }) => ({
            metric: labels,
            values: samples(perScrape),
          }));
  }
}
