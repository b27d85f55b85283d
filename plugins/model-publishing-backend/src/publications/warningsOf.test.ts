import { RateLimiting } from '@inference-portal/plugin-model-publishing-common';
import { aState } from '../__testUtils__/builders';
import { LimitSupport } from '../capabilities/LimitSupport';
import { warningsOf } from './warningsOf';

const WINDOWS = { requestsPerMinute: 2, requestsPerHour: 3 };

function warned(
  rateLimiting: RateLimiting,
  globalRateLimit: LimitSupport['globalRateLimit'],
  approximate = false,
) {
  const configuration = { ...aState().configuration, rateLimiting };
  return warningsOf(configuration, { globalRateLimit, approximate });
}

describe('warningsOf', () => {
  it('has nothing to say about limits that are kept as they read', () => {
    expect(warned({ ...WINDOWS, burstLimit: 1 }, 'available', true)).toEqual(
      [],
    );
  });

  it('says that a traditional model has no tokens to limit', () => {
    expect(warned({ tokensPerHour: 1 }, 'available')).toMatchObject([
      { field: 'rateLimiting.tokensPerHour' },
    ]);
  });

  it('calls each limit approximate that only local counters keep', () => {
    expect(warned(WINDOWS, 'unavailable', true)).toEqual(
      ['requestsPerMinute', 'requestsPerHour'].map(name => ({
        field: `rateLimiting.${name}`,
        message: expect.stringMatching(
          /approximate.*each gateway replica and listener.*configuration of the listener changes/,
        ),
      })),
    );
  });

  it('says that bursts are counted for each replica and listener without the limiter', () => {
    expect(warned({ burstLimit: 1 }, 'unavailable')).toEqual([
      {
        field: 'rateLimiting.burstLimit',
        message: expect.stringContaining('each gateway replica and listener'),
      },
    ]);
  });
});
