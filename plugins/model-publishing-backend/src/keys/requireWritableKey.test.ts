import { randomBytes } from 'node:crypto';
import { inspect } from 'node:util';
import { digestOfKey } from './digestOfKey';
import { issueKey } from './issueKey';
import { requireWritableKey } from './requireWritableKey';
import { SecretText } from './SecretText';

const aKey = () =>
  issueKey({
    prefix: 'mp',
    tenant: 'tenant-a',
    createdBy: 'user:default/somebody',
    random: randomBytes,
    now: new Date('2026-01-01T12:00:00.000Z'),
  });

describe('requireWritableKey', () => {
  it('lets an issued key pass', () => {
    expect(() => requireWritableKey(aKey(), new Set())).not.toThrow();
  });

  it.each([
    ['an empty value', ''],
    ['a short value', 'x'.repeat(31)],
    ['a long value', 'x'.repeat(257)],
    ['a line end', `${'x'.repeat(40)}\n`],
    ['a character beyond ASCII', `${'x'.repeat(40)}é`],
  ])('refuses %s, which would stop or open the gateway', (_, value) => {
    const { record } = aKey();
    const key = {
      record: { ...record, digest: digestOfKey(value) },
      value: new SecretText(value),
    };
    expect(() => requireWritableKey(key, new Set())).toThrow(/printable ASCII/);
  });

  it('refuses the value of another key', () => {
    const key = aKey();
    expect(() => requireWritableKey(key, new Set([key.record.digest]))).toThrow(
      /another key/,
    );
  });

  it('refuses a value that its record does not stand for, and does not say the value', () => {
    const key = { record: aKey().record, value: aKey().value };
    const refuse = () => requireWritableKey(key, new Set());
    expect(refuse).toThrow(/does not belong/);
    expect(refuse).not.toThrow(new RegExp(key.value.reveal()));
  });
});

describe('SecretText', () => {
  it('does not print itself', () => {
    const secret = new SecretText('the-secret');
    const printed = [
      `${secret}`,
      JSON.stringify({ secret }),
      inspect({ secret }),
    ];
    expect(printed.join(' ')).not.toContain('the-secret');
    expect(secret.reveal()).toBe('the-secret');
  });
});
