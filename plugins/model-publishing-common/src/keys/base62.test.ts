import { encodeBase62, encodeBytesBase62 } from './base62';

describe('encodeBase62', () => {
  it.each<[bigint, number, string]>([
    [0n, 1, '0'],
    [0n, 6, '000000'],
    [9n, 1, '9'],
    [10n, 1, 'A'],
    [35n, 1, 'Z'],
    [36n, 1, 'a'],
    [61n, 1, 'z'],
    [62n, 2, '10'],
    [62n, 6, '000010'],
    [2n ** 32n - 1n, 6, '4gfFC3'],
  ])('writes %s in %i characters as %s', (value, length, text) => {
    expect(encodeBase62(value, length)).toBe(text);
  });
});

describe('encodeBytesBase62', () => {
  it.each<[number[], number, string]>([
    [[], 3, '000'],
    [[0, 0], 3, '000'],
    [[1, 0], 3, '048'],
    [[0, 1], 3, '001'],
    [[255, 255], 3, 'H31'],
  ])('reads %j as one big-endian number', (bytes, length, text) => {
    expect(encodeBytesBase62(Uint8Array.from(bytes), length)).toBe(text);
  });

  it.each<[number, number]>([
    [12, 17],
    [32, 43],
  ])(
    'has room for all values of %i bytes in %i characters',
    (bytes, length) => {
      const largest = encodeBytesBase62(
        new Uint8Array(bytes).fill(255),
        length,
      );
      const smallest = encodeBytesBase62(new Uint8Array(bytes), length);
      expect(largest).toHaveLength(length);
      expect(smallest).toBe('0'.repeat(length));
    },
  );
});
