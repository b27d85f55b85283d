import { aKeyRecord, aState } from '../__testUtils__/builders';
import { KeyRecord } from '../keys/Keyring';
import { PublicationState } from './PublicationState';
import { stateChanges } from './stateChanges';

const state = aState();
const withKeys = (...keyring: KeyRecord[]) => aState({ keyring });
const pending = aKeyRecord({ id: 'one' });
const active = aKeyRecord({ id: 'one', state: 'active' });
const stopped = (revokedBecause: KeyRecord['revokedBecause']) =>
  aKeyRecord({ id: 'one', state: 'revoked', revokedBecause });
const configuration = { ...state.configuration, visibility: 'portal' as const };

const cases: Array<
  [string, PublicationState | undefined, PublicationState | undefined, string[]]
> = [
  ['a first version', undefined, state, ['Model "iris" was published']],
  ['an end', state, undefined, ['Model "iris" was unpublished']],
  [
    'the wish for an end',
    state,
    aState({ intent: 'deleting' }),
    ['Model "iris" is being unpublished'],
  ],
  [
    'another version of an end',
    aState({ intent: 'deleting' }),
    aState({ intent: 'deleting', updatedAt: '2026-01-02T12:00:00.000Z' }),
    [],
  ],
  [
    'another configuration',
    state,
    aState({ configuration }),
    ['Published model "iris" was updated'],
  ],
  [
    'nothing but bookkeeping',
    state,
    aState({ intent: 'moving', updatedAt: '2026-01-02T12:00:00.000Z' }),
    [],
  ],
  ['a key that does not count yet', state, withKeys(pending), []],
  ['a key that was given up', withKeys(pending), state, []],
  [
    'a key that counts',
    withKeys(pending),
    withKeys(active),
    ['A key of published model "iris" was issued'],
  ],
  [
    'a key of the test console that counts',
    withKeys(aKeyRecord({ id: 'one', purpose: 'console' })),
    withKeys(aKeyRecord({ id: 'one', purpose: 'console', state: 'active' })),
    ['A key for the test console of published model "iris" was issued'],
  ],
  [
    'a key in place of another',
    withKeys(aKeyRecord({ id: 'old', state: 'active' }), pending),
    withKeys(
      aKeyRecord({ id: 'old', state: 'active', replacedBy: 'one' }),
      active,
    ),
    ['A key of published model "iris" was rotated'],
  ],
  [
    'a key that was stopped',
    withKeys(active),
    withKeys(stopped('revoked')),
    ['A key of published model "iris" was revoked'],
  ],
  [
    'a key that has come to its end',
    withKeys(active),
    withKeys(stopped('expired')),
    ['A key of published model "iris" has ended'],
  ],
  ['a key that stays', withKeys(active), withKeys(active), []],
];

describe('changes of a state', () => {
  it.each(cases)('say of %s what it is', (_, before, after, expected) => {
    expect(stateChanges(before, after).map(({ message }) => message)).toEqual(
      expected,
    );
  });

  it('name the key and whose it is', () => {
    expect(
      stateChanges(withKeys(active), withKeys(stopped('revoked'))),
    ).toEqual([
      expect.objectContaining({ key: { id: 'one', tenant: 'tenant-a' } }),
    ]);
  });
});
