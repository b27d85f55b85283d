import { graceMs, graceSchema } from './grace';

describe('a grace period', () => {
  it.each([
    ['now', 0],
    ['5m', 300_000],
    ['1h', 3_600_000],
    ['24h', 86_400_000],
    ['7d', 604_800_000],
  ])('%s lasts %d ms', (grace, ms) => {
    expect(graceMs(graceSchema.parse(grace))).toBe(ms);
  });

  it.each(['', '0h', '-1h', '1', 'h', '1.5h', '24H', '1h ', 'never', '12345h'])(
    'is not %j',
    grace => {
      expect(graceSchema.safeParse(grace).success).toBe(false);
    },
  );
});
