import { NotAllowedError } from '@backstage/errors';
import { aGateway } from '../__testUtils__/builders';
import { aContextWithLimits } from './goldenCases';
import { renderTrafficPolicy } from './renderTrafficPolicy';

const withoutLimiter = {
  gateway: aGateway({ capabilities: { globalRateLimit: false } }),
};

describe('renderTrafficPolicy', () => {
  it('limits bursts of inference and of everything else for each replica', () => {
    const { spec } = renderTrafficPolicy(
      aContextWithLimits({ burstLimit: 10 }, withoutLimiter),
    );
    expect(spec.rateLimit).toEqual({
      local: {
        rules: [
          {
            clientSelectors: [{ methods: [{ value: 'POST' }] }],
            limit: { requests: 10, unit: 'Second' },
          },
          { limit: { requests: 10, unit: 'Second' } },
        ],
      },
    });
  });

  it.each([{ requestsPerMinute: 100 }, { requestsPerHour: 1000 }])(
    'refuses %j where there is no global limiter',
    limits => {
      expect(() =>
        renderTrafficPolicy(aContextWithLimits(limits, withoutLimiter)),
      ).toThrow(NotAllowedError);
    },
  );

  it('has no rule for tokens, which a traditional model does not report', () => {
    const { spec } = renderTrafficPolicy(
      aContextWithLimits({ tokensPerHour: 1000 }),
    );
    expect(spec).not.toHaveProperty('rateLimit');
  });

  it('has no local rule without a burst limit', () => {
    const { spec } = renderTrafficPolicy(
      aContextWithLimits({ requestsPerMinute: 100 }),
    );
    expect(Object.keys(spec.rateLimit ?? {})).toEqual(['global']);
  });
});
