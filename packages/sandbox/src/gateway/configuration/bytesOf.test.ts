import { bytesOf } from './bytesOf';

describe('bytesOf', () => {
  it.each<[string | number, number]>([
    ['20Mi', 20 * 2 ** 20],
    ['32Ki', 32_768],
    ['1Gi', 2 ** 30],
    ['5k', 5000],
    ['2M', 2_000_000],
    ['3G', 3_000_000_000],
    ['17', 17],
    [17, 17],
    ['lots', 0],
    ['20MiB', 0],
    ['', 0],
  ])('%s is %d', (quantity, bytes) => {
    expect(bytesOf(quantity)).toBe(bytes);
  });
});
