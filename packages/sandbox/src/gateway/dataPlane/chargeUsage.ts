import { Usage } from './aiProcessor/UsageReader';
import { Exchange, ExchangeParts } from './Exchange';
import { headerValue } from './GatewayRequest';

/** What the AI Gateway can tell of an answer, by the types of `llmRequestCosts`. */
const amountOf: Record<string, (usage: Usage) => number> = {
  InputToken: ({ input }) => input,
  OutputToken: ({ output = 0 }) => output,
  TotalToken: ({ total }) => total,
};

/** Books the tokens of an answer that has ended: to the limits of its request, and to the metrics. */
export function chargeUsage(
  { ai, charge, request }: Exchange,
  usage: Usage,
  { metrics, clock }: ExchangeParts,
): void {
  if (!ai) {
    return;
  }
  const { model, request: asked } = ai;
  const costs = model.costs.map(
    ({ metadataKey, type }) =>
      [metadataKey, amountOf[type]?.(usage) ?? 0] as const,
  );
  charge?.(Object.fromEntries(costs), clock());
  metrics.countTokens(
    {
      clientId: headerValue(request, 'x-client-id'),
      operation: asked.operation,
      originalModel: asked.model,
      requestModel: model.backend.modelNameOverride ?? asked.model,
      responseModel: usage.model,
    },
    usage,
  );
}
