import {
  CALLS,
  COLLECTOR_INFO,
  RATE_LIMITED,
  REQUESTS,
  RESPONSES,
  TARGET_INFO,
  TOKENS,
  UPTIME,
} from './__testUtils__/realLabels';
import { targetOf } from './targetOf';

type Labels = Record<string, string>;

/** What relabelling adds to every series of a Pod. */
const OF_POD = {
  namespace: 'envoy-gateway-system',
  pod: 'envoy-model-gateway-models-6d4f8c',
  node: 'worker-1',
  cluster: 'production',
  prometheus_replica: 'prometheus-0',
};

const ofCollector = ({ instance, job }: Labels): Labels => ({
  __name__: 'target_info',
  instance: `${instance}`,
  job: `${job}`,
  exported_job: 'envoy',
  exported_instance: 'envoy-1',
  k8s_pod_name: 'envoy-1',
  service_instance_id: 'envoy-1',
});

describe('targetOf', () => {
  it.each<[string, Labels, Labels]>([
    ['requests', REQUESTS, UPTIME],
    ['responses', RESPONSES, UPTIME],
    ['refusals of the rate limiter', RATE_LIMITED, UPTIME],
    ['tokens', TOKENS, TARGET_INFO],
    ['calls', CALLS, COLLECTOR_INFO],
    ['calls that another collector has', CALLS, ofCollector(CALLS)],
  ])('finds the scrapes of %s', (_, counter, scrapes) => {
    expect(targetOf(counter)).toBe(targetOf(scrapes));
    expect(targetOf({ ...counter, ...OF_POD })).toBe(
      targetOf({ ...scrapes, ...OF_POD }),
    );
  });

  it.each(['job', 'instance', ...Object.keys(OF_POD)])(
    'tells targets apart by %s',
    label => {
      const labels = { ...REQUESTS, ...OF_POD };
      expect(targetOf({ ...labels, [label]: 'other' })).not.toBe(
        targetOf(labels),
      );
    },
  );
});
