import { GatewayMetrics } from '../../metrics/GatewayMetrics';
import { ConfiguredRoute } from '../configuration/GatewayConfiguration';
import { Authorization } from '../resources/SecurityPolicy';
import { AiModel } from './aiProcessor/AiModel';
import { AiProcessor } from './aiProcessor/AiProcessor';
import { Decision } from './Decision';
import { GatewayRequest } from './GatewayRequest';
import { GlobalRateLimiter } from './GlobalRateLimiter';
import { RequestPipeline } from './RequestPipeline';
import {
  aModel,
  anAiRouteOnListener,
  aRequest,
} from './__testUtils__/builders';

const now = Date.UTC(2026, 0, 1);
const listener = 'model-gateway/models/http';
const apiKeyAuth = {
  clients: { 'key-one': 'p1.acme.k1', 'key-two': 'p2.acme.k1' },
  extractFrom: [{ headers: ['x-api-key'], params: [] }],
  forwardClientIdHeader: 'x-client-id',
  sanitize: true,
};
const authorization: Authorization = {
  defaultAction: 'Deny',
  rules: [
    {
      action: 'Allow',
      cel: "request.headers['x-client-id'].startsWith('p1.')",
    },
  ],
};
const security = { apiKeyAuth, authorization };

/** The rule that answers for models that are not there. */
const notFound = (fields: Partial<ConfiguredRoute> = {}) =>
  anAiRouteOnListener({
    ruleIndex: 1,
    match: { path: { type: 'PathPrefix', value: '/' }, headers: [] },
    upstreams: [],
    directResponse: { status: 404, body: 'no such model' },
    ...fields,
  });

function aPipeline({
  routes = [anAiRouteOnListener({ security }), notFound({ security })],
  models = [aModel()],
  bufferLimits = {},
}: {
  routes?: ConfiguredRoute[];
  models?: AiModel[];
  bufferLimits?: Record<string, number>;
} = {}) {
  const processor = new AiProcessor(
    () => models,
    () => () => {},
  );
  processor.start();
  const metrics = new GatewayMetrics();
  const parts = { global: new GlobalRateLimiter(), processor, metrics };
  const earlyHeaders = {
    [listener]: {
      remove: ['x-client-id'],
      set: [{ name: 'x-ai-eg-model', value: 'unread' }],
    },
  };
  const pipeline = new RequestPipeline(
    { routes, earlyHeaders, bufferLimits },
    parts,
  );
  return { pipeline, metrics };
}

const question = '{"model":"public/chat","messages":[]}';

/** What becomes of a request in the end. */
function decide(
  pipeline: RequestPipeline,
  request: GatewayRequest,
  body = question,
): Decision {
  const first = pipeline.decide(request, now);
  return first.kind === 'readBody'
    ? first.decide(Buffer.from(body), now)
    : first;
}

const withKey = (key: string, headers: Record<string, string> = {}) =>
  aRequest({ headers: { 'x-api-key': key, ...headers } });
const statusOf = (decision: Decision) =>
  decision.kind === 'reply' ? decision.reply.status : decision.kind;

describe('RequestPipeline of the AI Gateway', () => {
  it.each<[string, GatewayRequest, string, number | string]>([
    ['its key', withKey('key-one'), question, 'forward'],
    ['no key', aRequest(), question, 401],
    ['a bogus key', withKey('bogus'), question, 401],
    ["another model's key", withKey('key-two'), question, 403],
    [
      'a client id of its own',
      withKey('key-two', { 'x-client-id': 'p1.acme.k1' }),
      question,
      403,
    ],
    ['another model', withKey('key-one'), '{"model":"nobody"}', 404],
    [
      'another model, named in a header',
      withKey('key-one', { 'x-ai-eg-model': 'public/chat' }),
      '{"model":"nobody"}',
      404,
    ],
    ['what is not JSON', withKey('key-one'), '{', 400],
  ])('decides about a request with %s', (_, request, body, expected) => {
    expect(statusOf(decide(aPipeline().pipeline, request, body))).toBe(
      expected,
    );
  });

  it('tells the model who calls, and keeps the key', () => {
    const request = withKey('key-one');
    expect(decide(aPipeline().pipeline, request)).toMatchObject({
      kind: 'forward',
      ai: { path: '/openai/v1/chat/completions' },
    });
    expect(Object.fromEntries(request.headers)).toEqual({
      'x-client-id': ['p1.acme.k1'],
      'x-ai-eg-model': ['public/chat'],
    });
  });

  it.each([
    ['32 KiB unless the listener has another limit', {}, 32_768],
    ["the listener's limit", { [listener]: 20 }, 20],
  ])('reads bodies of at most %s', (_, bufferLimits, mostBytes) => {
    const { pipeline } = aPipeline({ bufferLimits });
    expect(pipeline.decide(withKey('key-one'), now)).toMatchObject({
      kind: 'readBody',
      mostBytes,
    });
  });

  it.each([
    ['closed', {}, 401],
    ['open when answers are overridden', { overridesResponses: true }, 200],
  ])('keeps the list of models %s', (_, traffic, status) => {
    const routes = [notFound({ security, traffic })];
    const { pipeline } = aPipeline({ routes });
    const request = aRequest({ method: 'GET', path: '/v1/models' });
    expect(statusOf(pipeline.decide(request, now))).toBe(status);
  });

  it('still asks for the key of a model when answers are overridden', () => {
    const traffic = { overridesResponses: true };
    const routes = [anAiRouteOnListener({ security, traffic })];
    const open = notFound({ traffic });
    const { pipeline } = aPipeline({ routes: [...routes, open] });
    expect(statusOf(decide(pipeline, aRequest()))).toBe(401);
    expect(statusOf(decide(pipeline, withKey('key-one')))).toBe('forward');
  });

  it('answers 500 for a model that the processor does not know, which counts as sent', async () => {
    const { pipeline, metrics } = aPipeline({ models: [] });
    expect(statusOf(decide(pipeline, withKey('key-one')))).toBe(500);
    const { text } = await metrics.render();
    expect(text).toContain(
      'envoy_cluster_upstream_rq_total{envoy_cluster_name="httproute/model-gateway/chat/rule/0"} 1',
    );
    expect(text).not.toContain('envoy_response_code=');
  });

  it('hands a request without a body to the rule for unknown models', () => {
    expect(statusOf(decide(aPipeline().pipeline, withKey('key-one'), ''))).toBe(
      404,
    );
  });
});
