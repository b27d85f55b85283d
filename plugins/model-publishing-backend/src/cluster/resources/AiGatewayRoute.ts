import { defineResource } from '../defineResource';
import { Condition } from './Condition';
import { HttpRouteSpec } from './HttpRoute';

/** A route by the model name in the body of requests; the AI Gateway makes the HTTPRoute of the same name from it. */
export interface AiGatewayRouteSpec {
  parentRefs: HttpRouteSpec['parentRefs'];
  hostnames: string[];
  rules: Array<{
    matches: Array<{
      headers: Array<{
        type: 'Exact' | 'RegularExpression';
        name: string;
        value: string;
      }>;
    }>;
    backendRefs: Array<{
      name: string;
      /** What the model server is told instead of the public model name. */
      modelNameOverride?: string;
    }>;
    timeouts?: { request: string };
    /** Shown in lists of models. */
    modelsOwnedBy?: string;
    modelsCreatedAt?: string;
  }>;
  /** Numbers of tokens of each answer, for limits and access logs. */
  llmRequestCosts?: Array<{
    metadataKey: string;
    type: 'InputToken' | 'OutputToken' | 'TotalToken';
  }>;
}

export const AiGatewayRoute = defineResource<
  AiGatewayRouteSpec,
  { conditions?: Condition[] }
>({
  group: 'aigateway.envoyproxy.io',
  version: 'v1beta1',
  kind: 'AIGatewayRoute',
  plural: 'aigatewayroutes',
  optional: true,
});
