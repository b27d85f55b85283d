import {
  Limits,
  RateLimiting,
} from '@inference-portal/plugin-model-publishing-common';
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

  it('says of limits of tenants what it says of totals', () => {
    const of = (limits: Limits) => ({ perTenant: { constructor: limits } });
    const fields = [
      warned(of({ tokensPerHour: 1 }), 'available'),
      warned(of(WINDOWS), 'unavailable', true),
      warned(of({ burstLimit: 1 }), 'unavailable'),
    ].map(warnings => warnings.map(({ field }) => field));
    const path = 'rateLimiting.perTenant.constructor';
    expect(fields).toEqual([
      [`${path}.tokensPerHour`],
      [`${path}.requestsPerMinute`, `${path}.requestsPerHour`],
      [`${path}.burstLimit`],
    ]);
  });

  it('says that a total is reached before a higher limit of a tenant', () => {
    const perTenant = {
      a: { requestsPerMinute: 3, burstLimit: 100 },
      b: { requestsPerMinute: 2, tokensPerHour: 2 },
    };
    expect(
      warned({ ...WINDOWS, tokensPerHour: 1, perTenant }, 'available'),
    ).toEqual([
      { field: 'rateLimiting.tokensPerHour', message: expect.anything() },
      {
        field: 'rateLimiting.perTenant.b.tokensPerHour',
        message: expect.stringContaining('no effect'),
      },
      {
        field: 'rateLimiting.perTenant.a.requestsPerMinute',
        message: 'is above the total of 2, which is reached before it',
      },
    ]);
  });
});
