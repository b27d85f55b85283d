import { idempotencyKeyOf } from './idempotencyKeyOf';

const keyIn = (value: unknown) =>
  idempotencyKeyOf({ 'idempotency-key': value });

describe('idempotencyKeyOf', () => {
  it.each(['k', '"quoted"', '~!', 'x'.repeat(255)])('reads %j', key => {
    expect(keyIn(key)).toBe(key);
  });

  it('finds none where there is no header', () => {
    expect(idempotencyKeyOf({})).toBeUndefined();
  });

  it.each([
    '',
    ' ',
    'a b',
    'a\n',
    'a, b',
    'é',
    '\u007f',
    'x'.repeat(256),
    ['a'],
  ])('refuses %j', key => {
    expect(() => keyIn(key)).toThrow(
      'header.idempotency-key must be 1 to 255 visible ASCII characters',
    );
  });
});
