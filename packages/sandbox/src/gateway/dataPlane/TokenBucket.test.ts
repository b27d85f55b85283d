import { TokenBucket } from './TokenBucket';

describe('TokenBucket', () => {
  const start = 1_000_000;
  const aBucket = (capacity: number, intervalMs: number) =>
    new TokenBucket(capacity, intervalMs, start);

  it('starts full and refuses when it is empty', () => {
    const bucket = aBucket(2, 60_000);
    const taken = [0, 0, 0].map(() => bucket.consume(start));
    expect(taken).toEqual([true, true, false]);
    expect(bucket.remaining).toBe(0);
  });

  it('says after how many seconds there is a token again', () => {
    const bucket = aBucket(4, 3_600_000);
    [1, 2, 3, 4].forEach(() => bucket.consume(start));
    bucket.consume(start + 10_500);
    expect(bucket.secondsToNextToken).toBe(890);
  });

  it('fills continuously, up to its capacity', () => {
    const bucket = aBucket(2, 1000);
    bucket.consume(start);
    bucket.consume(start);
    expect(bucket.consume(start + 499)).toBe(false);
    expect(bucket.consume(start + 501)).toBe(true);
    bucket.consume(start + 60_000);
    expect(bucket.remaining).toBe(1);
  });
});
