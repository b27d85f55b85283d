import {
  LIMIT_NAMES,
  LimitPrecision,
} from '@inference-portal/plugin-model-publishing-common';
import { limitPrecision } from './limitPrecision';
import { LimitSupport } from './LimitSupport';

describe('limitPrecision', () => {
  it.each<
    [LimitSupport['globalRateLimit'], boolean, Record<string, LimitPrecision>]
  >([
    ['available', false, { burst: 'exact', windows: 'exact', tokens: 'exact' }],
    ['available', true, { burst: 'exact', windows: 'exact', tokens: 'exact' }],
    [
      'unavailable',
      false,
      { burst: 'approximate', windows: 'unavailable', tokens: 'unavailable' },
    ],
    [
      'unavailable',
      true,
      { burst: 'approximate', windows: 'approximate', tokens: 'unavailable' },
    ],
    [
      'unknown',
      false,
      { burst: 'approximate', windows: 'unknown', tokens: 'unknown' },
    ],
    [
      'unknown',
      true,
      { burst: 'approximate', windows: 'approximate', tokens: 'unknown' },
    ],
  ])(
    'with a limiter %s, approximate %s',
    (globalRateLimit, approximate, { burst, windows, tokens }) =>
      expect(
        LIMIT_NAMES.map(limit =>
          limitPrecision(limit, { globalRateLimit, approximate }),
        ),
      ).toEqual([windows, windows, tokens, burst]),
  );
});
