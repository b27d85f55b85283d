import { randomBytes } from 'node:crypto';
import {
  API_KEY_PATTERN,
  apiKeyHint,
  formatApiKey,
  parseApiKey,
} from './apiKeyFormat';

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
    for (let position = 0; position < value.length; position++) {
      const replacement = value[position] === 'x' ? 'y' : 'x';
      const changed =
        value.slice(0, position) + replacement + value.slice(position + 1);
      expect({ changed, parsed: parseApiKey(changed) }).toEqual({
        changed,
        parsed: undefined,
      });
    }
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

  it('differ', () => {
    const values = Array.from({ length: 10_000 }, () => aKey().value);
    expect(new Set(values).size).toBe(values.length);
  });

  it('are hinted at without any of their secret', () => {
    const { id, value } = aKey();
    const [, , secret = ''] = value.split('_');
    const hint = apiKeyHint('mp', id);
    expect(hint).toBe(`mp_${id.slice(0, 6)}…`);
    expect(hint).not.toContain(secret.slice(0, 4));
  });
});
