import { z } from 'zod';
import { HttpRoute } from '../cluster/resources/HttpRoute';
import { GOLDEN_CASES } from './goldenCases';
import { isUsageRule } from './isUsageRule';

const rulesSchema = z.object({
  rules: z.array(z.object({ name: z.string() })),
});

describe('isUsageRule', () => {
  it('counts what uses a traditional model, and not what tells about it', () => {
    const route = GOLDEN_CASES['all-limits']?.().find(
      ({ kind }) => kind === HttpRoute.kind,
    );
    const { rules } = rulesSchema.parse(route?.spec);
    const counted = rules
      .filter((_, rule) => isUsageRule('traditional', rule))
      .map(({ name }) => name);
    expect(counted).toEqual(['predict', 'explain', 'infer']);
  });

  it('does not count what the AI Gateway adds to the route of a model', () => {
    expect([0, 1].map(rule => isUsageRule('openai', rule))).toEqual([
      true,
      false,
    ]);
  });
});
