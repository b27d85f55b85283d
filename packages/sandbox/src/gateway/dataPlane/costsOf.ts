import { AiModel } from './aiProcessor/AiModel';
import { Usage } from './aiProcessor/readUsage';

/** What the AI Gateway can tell of an answer, by the types of `llmRequestCosts`. */
const amountOf: Record<string, (usage: Usage) => number> = {
  InputToken: ({ input }) => input,
  OutputToken: ({ output = 0 }) => output,
  TotalToken: ({ total }) => total,
};

/** What an answer costs, by the keys that the model's route gives the costs. */
export function costsOf(
  { costs }: Pick<AiModel, 'costs'>,
  usage: Usage,
): Record<string, number> {
  return Object.fromEntries(
    costs.map(({ metadataKey, type }) => [
      metadataKey,
      amountOf[type]?.(usage) ?? 0,
    ]),
  );
}
