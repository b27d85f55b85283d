import { ConfiguredRoute } from '../../configuration/GatewayConfiguration';
import { AiModel } from '../aiProcessor/AiModel';
import { GatewayRequest } from '../GatewayRequest';

/** A request for a chat completion; header names in lower case. */
export function aRequest({
  headers = {},
  ...fields
}: Partial<Omit<GatewayRequest, 'headers'>> & {
  readonly headers?: Readonly<Record<string, string>>;
} = {}): GatewayRequest {
  return {
    method: 'POST',
    host: 'api.test',
    path: '/v1/chat/completions',
    query: '',
    ...fields,
    headers: new Map(
      Object.entries(headers).map(([name, value]) => [name, [value]]),
    ),
  };
}

/** The first rule of the AIGatewayRoute model-gateway/chat, on its listener. */
export function anAiRouteOnListener(
  fields: Partial<ConfiguredRoute> = {},
): ConfiguredRoute {
  return {
    name: 'httproute/model-gateway/chat/rule/0/match/0/api_test',
    routeKey: 'model-gateway/chat',
    cluster: 'httproute/model-gateway/chat/rule/0',
    ruleIndex: 0,
    hasAiProcessor: true,
    listener: 'model-gateway/models/http',
    connectionManager: 'http-10080',
    hostname: 'api.test',
    match: {
      path: { type: 'PathPrefix', value: '/' },
      headers: [{ type: 'Exact', name: 'x-ai-eg-model', value: 'public/chat' }],
    },
    headerModifiers: [],
    upstreams: [{ hostname: 'chat.test', port: 80 }],
    ...fields,
  };
}

/** The model behind that rule. */
export function aModel(fields: Partial<AiModel> = {}): AiModel {
  return {
    route: 'model-gateway/chat',
    ruleIndex: 0,
    hostnames: ['api.test'],
    modelNames: ['public/chat'],
    ownedBy: 'tenant-a',
    createdAt: 1_767_225_600,
    backend: {
      schemaPrefix: 'openai/v1',
      modelNameOverride: 'chat',
      removedHeaders: [],
    },
    costs: [{ metadataKey: 'total', type: 'TotalToken' }],
    ...fields,
  };
}
