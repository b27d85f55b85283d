import fc from 'fast-check';
import {
  API_KEY_PATTERN,
  apiKeyHint,
  formatApiKey,
  KEY_ID_BYTES,
  KEY_SECRET_BYTES,
  parseApiKey,
} from './apiKeyFormat';

const ALPHABET =
  '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_';

const bytes = (length: number) =>
  fc.uint8Array({ minLength: length, maxLength: length });
const keys = fc
  .record({
    prefix: fc.stringMatching(/^[a-z][a-z0-9]{1,15}$/),
    id: bytes(KEY_ID_BYTES),
    secret: bytes(KEY_SECRET_BYTES),
  })
  .map(({ prefix, id, secret }) => ({
    prefix,
    ...formatApiKey(prefix, length => (length === KEY_ID_BYTES ? id : secret)),
  }));

describe('any API key', () => {
  it('is read as what it was written as', () => {
    fc.assert(
      fc.property(keys, ({ prefix, id, value }) => {
        expect(parseApiKey(value)).toEqual({ prefix, id });
      }),
    );
  });

  it('is none any more when one character is another', () => {
    fc.assert(
      fc.property(
        keys,
        fc.nat(),
        fc.constantFrom(...ALPHABET),
        ({ value }, place, character) => {
          const at = place % value.length;
          fc.pre(value[at] !== character);
          const changed = value.slice(0, at) + character + value.slice(at + 1);
          expect(parseApiKey(changed)).toBeUndefined();
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('is none any more when it is cut or something is added', () => {
    fc.assert(
      fc.property(keys, fc.nat(), fc.string(), ({ value }, cut, added) => {
        expect(parseApiKey(value.slice(0, cut % value.length))).toBe(undefined);
        fc.pre(added !== '');
        expect(parseApiKey(value + added)).toBeUndefined();
        expect(parseApiKey(added + value)).toBeUndefined();
      }),
    );
  });

  it('is found by scanners in the middle of other text, and shows nothing of its secret in its hint', () => {
    const usual = fc
      .tuple(bytes(KEY_ID_BYTES), bytes(KEY_SECRET_BYTES))
      .map(([id, secret]) =>
        formatApiKey('mp', length => (length === KEY_ID_BYTES ? id : secret)),
      );
    fc.assert(
      fc.property(usual, ({ id, value }) => {
        expect(API_KEY_PATTERN.exec(`key: "${value}",`)?.[0]).toBe(value);
        const secret = value.slice('mp_'.length + id.length + 1);
        const hint = apiKeyHint('mp', id);
        expect(hint).not.toContain(secret.slice(0, 4));
      }),
    );
  });
});
