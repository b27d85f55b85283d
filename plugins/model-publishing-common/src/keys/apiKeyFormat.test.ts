import { randomBytes } from 'node:crypto';
import {
  API_KEY_PATTERN,
  API_KEY_PREFIX_PATTERN,
  apiKeyHint,
  formatApiKey,
  parseApiKey,
} from './apiKeyFormat';

const ALPHABET =
  '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const aKey = () => formatApiKey('mp', randomBytes);

describe('API keys', () => {
  it('hold prefix and id where they can be read back', () => {
    const { id, value } = aKey();
    expect(parseApiKey(value)).toEqual({ prefix: 'mp', id });
    expect(value).toMatch(API_KEY_PATTERN);
    expect(value).toHaveLength(70);
  });

  it.each([
    ['zeros', () => new Uint8Array(32).fill(0)],
    ['ones', () => new Uint8Array(32).fill(255)],
  ])('have one length, also when all bits are %s', (_, bytes) => {
    const { value } = formatApiKey('mp', length => bytes().subarray(0, length));
    expect(value).toHaveLength(70);
    expect(parseApiKey(value)).toBeDefined();
  });

  it('are told from every text that differs in one character', () => {
    const { value } = aKey();
    const alphabet = [...ALPHABET, '_', '-', ' ', 'é'];
    const taken = [...value].flatMap((original, position) =>
      alphabet
        .filter(other => other !== original)
        .map(
          other => value.slice(0, position) + other + value.slice(position + 1),
        )
        .filter(changed => parseApiKey(changed)),
    );
    expect(taken).toEqual([]);
  });

  it('are told from every text with a character more, less, or in the wrong place', () => {
    const { value } = aKey();
    const changed = [...value].flatMap((character, position) => {
      const before = value.slice(0, position);
      const after = value.slice(position + 1);
      const [next = ''] = after;
      return [
        before + after,
        before + character + character + after,
        before + next + character + after.slice(1),
      ];
    });
    const taken = changed.filter(text => text !== value && parseApiKey(text));
    expect(taken).toEqual([]);
  });

  it.each(['', 'mp_', 'mp_abc_def', `${'x'.repeat(70)}`, ' mp_x'])(
    'are not %j',
    text => expect(parseApiKey(text)).toBeUndefined(),
  );

  it('are not read out of a longer text', () => {
    const { value } = aKey();
    expect(parseApiKey(`${value}\n`)).toBeUndefined();
    expect(parseApiKey(` ${value}`)).toBeUndefined();
  });

  it('differ, in their ids and in their secrets', () => {
    const count = 100_000;
    const keys = Array.from({ length: count }, aKey);
    expect(new Set(keys.map(({ id }) => id)).size).toBe(count);
    expect(new Set(keys.map(({ value }) => value.split('_')[2])).size).toBe(
      count,
    );
  });

  it('take their bytes from where they are told to, and from nowhere else', () => {
    const asked: number[] = [];
    const random = (length: number) => {
      asked.push(length);
      return new Uint8Array(length).fill(7);
    };
    expect(formatApiKey('mp', random)).toEqual(formatApiKey('mp', random));
    expect(asked).toEqual([12, 32, 12, 32]);
  });

  it.each(['mp', 'acme', 'x9', 'abcdefghij012345'])(
    'may begin with %s',
    prefix => {
      expect(prefix).toMatch(API_KEY_PREFIX_PATTERN);
      const { id, value } = formatApiKey(prefix, randomBytes);
      expect(parseApiKey(value)).toEqual({ prefix, id });
    },
  );

  it.each(['', 'm', 'MP', '9p', 'm_p', 'm-p', 'abcdefghij0123456', 'mp\n'])(
    'may not begin with %j',
    prefix => {
      expect(prefix).not.toMatch(API_KEY_PREFIX_PATTERN);
      const { value } = formatApiKey(prefix, randomBytes);
      expect(parseApiKey(value)).toBeUndefined();
    },
  );

  it('are found by the pattern in the middle of other text', () => {
    const { value } = aKey();
    for (const text of [
      `X-API-Key: ${value}`,
      `{"apiKey":"${value}"}`,
      `KEY=${value}\n`,
    ]) {
      expect(API_KEY_PATTERN.exec(text)?.[0]).toBe(value);
    }
    expect(`${value}x`).not.toMatch(API_KEY_PATTERN);
  });

  it('are hinted at without any of their secret', () => {
    const { id, value } = aKey();
    const [, , secret = ''] = value.split('_');
    const hint = apiKeyHint('mp', id);
    expect(hint).toBe(`mp_${id.slice(0, 6)}…`);
    expect(hint).not.toContain(secret.slice(0, 4));
  });
});
