import { ServiceUnavailableError } from '@backstage/errors';
import {
  formatApiKey,
  KeyValidation,
} from '@inference-portal/plugin-model-publishing-common';
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { aKeyRecord, aState } from '../__testUtils__/builders';
import { digestOfKey } from '../keys/digestOfKey';
import { KeyRecord } from '../keys/Keyring';
import { PublicationState } from '../state/PublicationState';
import { createKeyValidator } from './validateApiKey';

jest.mock('node:crypto', () => {
  const actual = jest.requireActual('node:crypto');
  return {
    ...actual,
    createHash: jest.fn(actual.createHash),
    timingSafeEqual: jest.fn(actual.timingSafeEqual),
  };
});

const now = new Date('2026-06-01T00:00:00.000Z');
const before = '2026-05-31T23:59:59.999Z';
const after = '2026-06-01T00:00:00.001Z';

const ID_BYTES = 12;
const idBytes = randomBytes(ID_BYTES);
/** Keys of one id, each with a secret of its own. */
const aKeyOfThatId = () =>
  formatApiKey('mp', length =>
    length === ID_BYTES ? idBytes : randomBytes(length),
  );
const { id, value } = aKeyOfThatId();
const anActiveKey = (overrides: Partial<KeyRecord> = {}) =>
  aKeyRecord({
    id,
    digest: digestOfKey(value),
    state: 'active',
    ...overrides,
  });

function aValidator(
  states: PublicationState[],
  requireSynced = () => {},
  holds = () => true,
) {
  return createKeyValidator({
    gateways: [
      {
        states: { list: () => states, onChange: () => {} },
        credentials: { holds },
        requireSynced,
      },
    ],
    clock: () => now,
  });
}

const INVALID: KeyValidation = {
  valid: false,
  keyId: null,
  modelName: null,
  tenantId: null,
  expiresAt: null,
  state: null,
};

describe('validateApiKey', () => {
  it('tells the holder of a key what it is good for', async () => {
    const keyring = [anActiveKey({ tenant: 'tenant-a', expiresAt: after })];
    expect(await aValidator([aState({ keyring })])(value)).toEqual({
      valid: true,
      keyId: id,
      modelName: 'iris',
      tenantId: 'tenant-a',
      expiresAt: after,
      state: 'active',
    });
  });

  it.each<[string, Partial<KeyRecord>, KeyValidation['state']]>([
    ['has expired', { expiresAt: before }, 'expired'],
    ['expires this moment', { expiresAt: now.toISOString() }, 'expired'],
    ['is over its grace period', { endsAt: before }, 'expired'],
    ['was revoked', { state: 'revoked' }, 'revoked'],
    [
      'was revoked because it expired',
      { state: 'revoked', revokedBecause: 'expired' },
      'expired',
    ],
    ['belongs to a tenant that left', { tenant: 'tenant-b' }, 'suspended'],
  ])('calls a key invalid that %s, and says why', async (_, change, state) => {
    const keyring = [anActiveKey(change)];
    expect(await aValidator([aState({ keyring })])(value)).toMatchObject({
      valid: false,
      keyId: id,
      state,
    });
  });

  it('calls a key lost that somebody has deleted at the gateway', async () => {
    const states = [aState({ keyring: [anActiveKey()] })];
    const validate = aValidator(states, undefined, () => false);
    expect(await validate(value)).toMatchObject({
      valid: false,
      state: 'lost',
    });
  });

  it('calls a key revoked while its model is being unpublished', async () => {
    const state = aState({ intent: 'deleting', keyring: [anActiveKey()] });
    expect(await aValidator([state])(value)).toMatchObject({
      valid: false,
      state: 'revoked',
    });
  });

  it.each<[string, string, KeyRecord[]]>([
    ['was never issued', value, []],
    ['has another secret', aKeyOfThatId().value, [anActiveKey()]],
    [
      'has another secret than a revoked key',
      aKeyOfThatId().value,
      [anActiveKey({ state: 'revoked' })],
    ],
    ['is not in force yet', value, [anActiveKey({ state: 'pending' })]],
    ['has a wrong checksum', `${value.slice(0, -1)}!`, [anActiveKey()]],
    ['is nothing', '', [anActiveKey()]],
    ['is too long', `${value}x`, [anActiveKey()]],
  ])('says nothing about a key that %s', async (_, key, keyring) => {
    expect(await aValidator([aState({ keyring })])(key)).toEqual(INVALID);
  });

  describe('as to its cost', () => {
    const states = (count: number) => [
      aState({ keyring: [anActiveKey()] }),
      ...Array.from({ length: count }, (_, index) =>
        aState({
          model: `model-${index}`,
          keyring: [aKeyRecord({ id: `other-${index}` })],
        }),
      ),
    ];
    /** What a validation takes. */
    async function stepsOf(count: number, key: string) {
      const validate = aValidator(states(count));
      const lookUp = jest.spyOn(Map.prototype, 'get');
      jest.mocked(createHash).mockClear();
      jest.mocked(timingSafeEqual).mockClear();
      await validate(key);
      const lookUps = lookUp.mock.calls.length;
      lookUp.mockRestore();
      return {
        lookUps,
        digests: jest.mocked(createHash).mock.calls.length,
        comparisons: jest.mocked(timingSafeEqual).mock.calls.length,
      };
    }
    const oneOfEach = { lookUps: 1, digests: 1, comparisons: 1 };

    it('is the same however many keys there are', async () => {
      expect(await stepsOf(1, value)).toEqual(oneOfEach);
      expect(await stepsOf(5_000, value)).toEqual(oneOfEach);
    });

    it.each([
      ['an unknown id', formatApiKey('mp', randomBytes).value],
      ['a known id with another secret', aKeyOfThatId().value],
    ])('is the same for %s', async (_, key) => {
      expect(await stepsOf(1, key)).toEqual(oneOfEach);
    });

    it('is nothing for what is no key', async () => {
      expect(await stepsOf(1, `${value}x`)).toEqual({
        lookUps: 0,
        digests: 0,
        comparisons: 0,
      });
    });
  });

  it.each([
    ['an unknown id', formatApiKey('mp', randomBytes).value],
    ['a known id with another secret', aKeyOfThatId().value],
  ])('does not judge %s before all clusters were read', async (_, key) => {
    const states = [aState({ keyring: [anActiveKey()] })];
    const validate = aValidator(states, () => {
      throw new ServiceUnavailableError('not yet');
    });
    await expect(validate(key)).rejects.toThrow('not yet');
    expect(await validate(value)).toMatchObject({ valid: true });
  });
});
