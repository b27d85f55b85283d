import {
  CALLS,
  CLIENT_ID,
  RATE_LIMITED,
  REQUESTS,
  RESPONSES,
  ROUTE_NAME,
  TOKENS,
  UPTIME,
} from './__testUtils__/realLabels';
import { readCounter } from './readCounter';
import { targetOf } from './targetOf';

type Labels = Record<string, string>;

const samples = [{ at: 1000, value: 3 }];
const route = { namespace: 'model-gateway', name: ROUTE_NAME, rule: 0 };
const read = (labels: Labels) => readCounter({ labels, samples });

describe('readCounter', () => {
  it.each<[string, Labels, object]>([
    ['requests', REQUESTS, { route }],
    ['responses', RESPONSES, { route, status: '200' }],
    ['rate-limited', RATE_LIMITED, { route }],
    [
      'tokens',
      TOKENS,
      { clientId: CLIENT_ID, modelName: 'chat', tokenType: 'output' },
    ],
    ['calls', CALLS, { route, clientId: CLIENT_ID, status: '429' }],
  ])('reads %s', (measure, labels, subject) => {
    expect(read(labels)).toEqual({
      id: expect.any(String),
      target: targetOf(labels),
      measure,
      samples,
      ...subject,
    });
  });

  it.each<[string, Labels]>([
    ['tokens', TOKENS],
    ['calls', CALLS],
  ])('knows no client of %s without a key', (_, { client_id, ...others }) => {
    expect(read(others)?.clientId).toBeUndefined();
    expect(read({ ...others, client_id: '' })?.clientId).toBeUndefined();
  });

  it('knows no route of calls that found none', () => {
    expect(read({ ...CALLS, route_name: '' })?.route).toBeUndefined();
  });

  it('gives each series an id of its own', () => {
    const all = [
      REQUESTS,
      RESPONSES,
      RATE_LIMITED,
      { ...RESPONSES, envoy_response_code: '429' },
      { ...REQUESTS, instance: '127.0.0.1:19902' },
      { ...REQUESTS, replica: 'a' },
    ];
    expect(new Set(all.map(labels => read(labels)?.id)).size).toBe(all.length);
  });

  it.each<[string, Labels]>([
    ['a series that tells of scrapes', UPTIME],
    ['another metric', { ...REQUESTS, __name__: 'envoy_cluster_upstream' }],
    ['a series without a name', { job: 'envoy' }],
  ])('passes over %s', (_, labels) => {
    expect(read(labels)).toBeUndefined();
  });
});
