import { NewObject } from '../../../kubernetes/ObjectStore';
import { aiGatewayRouteSchema } from '../../resources/AiGatewayRoute';
import { aiServiceBackendSchema } from '../../resources/AiServiceBackend';
import { AiObjects } from '../readAiObjects';

const apiVersion = 'aigateway.envoyproxy.io/v1beta1';
const namespace = 'model-gateway';

interface RouteFields {
  readonly name?: string;
  /** Default: one rule, from model `public/<name>` to the AIServiceBackend of the route's name. */
  readonly rules?: readonly object[];
  readonly spec?: object;
  readonly metadata?: object;
}

/** An AIGatewayRoute of Gateway `models`. */
export function anAiRoute({
  name = 'chat',
  rules = [aRule(name)],
  spec = {},
  metadata = {},
}: RouteFields = {}): NewObject {
  return {
    apiVersion,
    kind: 'AIGatewayRoute',
    metadata: { name, namespace, ...metadata },
    spec: {
      parentRefs: [{ name: 'models' }],
      hostnames: ['api.test'],
      rules,
      ...spec,
    },
  };
}

/** A rule for one model, by its name in the body of requests. */
export function aRule(name: string, fields: object = {}): object {
  const model = { name: 'x-ai-eg-model', value: `public/${name}` };
  return {
    matches: [{ headers: [{ type: 'Exact', ...model }] }],
    backendRefs: [{ name }],
    ...fields,
  };
}

/** An AIServiceBackend that leads to the Backend `<name>-server`. */
export function anAiServiceBackend(
  name = 'chat',
  schema: object = { name: 'OpenAI', prefix: 'openai/v1' },
): NewObject {
  return {
    apiVersion,
    kind: 'AIServiceBackend',
    metadata: { name, namespace },
    spec: {
      schema,
      backendRef: {
        group: 'gateway.envoyproxy.io',
        kind: 'Backend',
        name: `${name}-server`,
      },
    },
  };
}

/** Objects as the controller reads them. */
export function aiObjects(
  routes: readonly NewObject[],
  backends: readonly NewObject[],
): AiObjects {
  return {
    routes: routes.map(route => aiGatewayRouteSchema.parse(route)),
    backends: new Map(
      backends.map(backend => [
        `${namespace}/${backend.metadata.name}`,
        aiServiceBackendSchema.parse(backend),
      ]),
    ),
  };
}
