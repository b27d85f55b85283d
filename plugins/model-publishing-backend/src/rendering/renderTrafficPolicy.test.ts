import { aContextWithLimits } from './goldenCases';
import { renderTrafficPolicy } from './renderTrafficPolicy';

describe('renderTrafficPolicy', () => {
  it('has no empty lists, which the API server refuses', () => {
    const { spec } = renderTrafficPolicy(aContextWithLimits({}));
    expect(spec).not.toHaveProperty('rateLimit');
  });

  it('has no local rule without a burst limit', () => {
    const { spec } = renderTrafficPolicy(
      aContextWithLimits({ requestsPerMinute: 100 }),
    );
    expect(Object.keys(spec.rateLimit ?? {})).toEqual(['global']);
  });
});
