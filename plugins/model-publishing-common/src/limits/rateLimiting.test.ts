import { LIMIT_NAMES, rateLimitingSchema } from './rateLimiting';

describe('rateLimitingSchema', () => {
  it('takes no limits, single ones and all of them', () => {
    const all = {
      requestsPerMinute: 100,
      requestsPerHour: 5000,
      tokensPerHour: 100_000,
      burstLimit: 10,
    };
    expect(rateLimitingSchema.parse({})).toEqual({});
    expect(rateLimitingSchema.parse({ burstLimit: 1 })).toEqual({
      burstLimit: 1,
    });
    expect(rateLimitingSchema.parse(all)).toEqual(all);
    expect(Object.keys(all)).toEqual(LIMIT_NAMES);
  });

  it.each(LIMIT_NAMES)('takes what Envoy takes for %s, and no more', name => {
    const take = (value: number) =>
      rateLimitingSchema.safeParse({ [name]: value }).success;
    expect([1, 4_294_967_295].map(take)).toEqual([true, true]);
    expect([0, -1, 4_294_967_296].map(take)).toEqual([false, false, false]);
  });

  it.each([0.5, '10', null, true, [1], Infinity, NaN])(
    'refuses the limit %p',
    burstLimit =>
      expect(rateLimitingSchema.safeParse({ burstLimit }).success).toBe(false),
  );

  it('refuses limits that it does not know', () =>
    expect(rateLimitingSchema.safeParse({ requestsPerDay: 1 }).success).toBe(
      false,
    ));
});
