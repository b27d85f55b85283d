import { AiModel } from '../dataPlane/aiProcessor/AiModel';
import { AiGatewayRoute, AiRouteRule } from '../resources/AiGatewayRoute';
import { keyOf } from '../resources/metadata';
import { AiObjects, missingBackendOf } from './readAiObjects';

/** Header in which the AI Gateway keeps the model name of the body. */
const modelHeader = 'x-ai-eg-model';

function modelOf(
  route: AiGatewayRoute,
  rule: AiRouteRule,
  ruleIndex: number,
  { backends }: AiObjects,
): AiModel[] {
  const { namespace, creationTimestamp } = route.metadata;
  const [reference] = rule.backendRefs;
  const backend = reference && backends.get(`${namespace}/${reference.name}`);
  if (!backend) {
    return [];
  }
  return [
    {
      route: keyOf(route),
      ruleIndex,
      hostnames: route.spec.hostnames,
      modelNames: rule.matches
        .flatMap(({ headers }) => headers)
        .filter(({ type, name }) => type === 'Exact' && name === modelHeader)
        .map(({ value }) => value),
      ownedBy: rule.modelsOwnedBy,
      createdAt: Math.floor(
        Date.parse(rule.modelsCreatedAt ?? creationTimestamp) / 1000,
      ),
      backend: {
        schemaPrefix: backend.spec.schema.prefix.replace(/^\/|\/$/g, ''),
        modelNameOverride: reference.modelNameOverride,
        removedHeaders: backend.spec.headerMutation.remove,
      },
      costs: route.spec.llmRequestCosts,
    },
  ];
}

/** What the controller hands to the external processor: the models of all routes that it has accepted. */
export function aiModelsOf(objects: AiObjects): AiModel[] {
  return objects.routes
    .filter(
      route =>
        route.metadata.deletionTimestamp === undefined &&
        missingBackendOf(route, objects) === undefined,
    )
    .flatMap(route =>
      route.spec.rules.flatMap((rule, index) =>
        modelOf(route, rule, index, objects),
      ),
    );
}
