import { aKeyRecord, aState } from '../__testUtils__/builders';
import {
  activateKey,
  addPendingKey,
  nextEndOf,
  PENDING_KEY_LIFETIME_MS,
  primaryKeyOf,
  revokeKeys,
  sweepKeyring,
} from './changeKeyring';

const now = new Date('2026-01-01T12:00:00.000Z');
const ago = (ms: number) => new Date(now.getTime() - ms).toISOString();

describe('the keyring', () => {
  it('makes a pending key active and the primary one of its tenant', () => {
    const old = aKeyRecord({ id: 'old', state: 'active', primary: true });
    const other = aKeyRecord({
      id: 'other',
      tenant: 'tenant-b',
      state: 'active',
      primary: true,
    });
    const state = addPendingKey(
      aState({ keyring: [old, other] }),
      aKeyRecord({ id: 'new' }),
    );
    const { keyring } = activateKey(state, 'new', {
      now,
      replacement: { replaces: 'old', endsAt: now },
    });
    expect(primaryKeyOf(keyring, 'tenant-a')?.id).toBe('new');
    expect(primaryKeyOf(keyring, 'tenant-b')?.id).toBe('other');
    expect(keyring.find(({ id }) => id === 'old')).toMatchObject({
      state: 'active',
      primary: false,
    });
  });

  it.each([
    ['is unknown, because a sweep dropped it', []],
    ['was revoked meanwhile', [aKeyRecord({ id: 'new', state: 'revoked' })]],
  ])('refuses to make a key active that %s', (_, keyring) => {
    expect(() => activateKey(aState({ keyring }), 'new', { now })).toThrow(
      /ask for a new key/,
    );
  });

  it('takes no key while the publication is being taken away', () => {
    const pending = aKeyRecord({ id: 'new' });
    const deleting = aState({ intent: 'deleting', keyring: [pending] });
    expect(() => addPendingKey(deleting, aKeyRecord({ id: 'x' }))).toThrow(
      /is being unpublished/,
    );
    expect(() => activateKey(deleting, 'new', { now })).toThrow(
      /is being unpublished/,
    );
  });

  it('does not count keys of the test console with the others, and bounds them too', () => {
    const inUse = (count: number, purpose?: 'console') =>
      Array.from({ length: count }, (_, index) =>
        aKeyRecord({ id: `${purpose}${index}`, state: 'active', purpose }),
      );
    const full = aState({ keyring: inUse(1000) });
    const forConsole = aKeyRecord({ id: 'c', purpose: 'console' });
    expect(addPendingKey(full, forConsole).keyring).toHaveLength(1001);
    const busy = aState({ keyring: inUse(200, 'console') });
    expect(addPendingKey(busy, aKeyRecord({ id: 'x' })).keyring).toHaveLength(
      201,
    );
    expect(() => addPendingKey(busy, forConsole)).toThrow(/trying out/);
  });

  it('takes a thousand keys and no more, until some are revoked', () => {
    const keyring = Array.from({ length: 1000 }, (_, index) =>
      aKeyRecord({ id: `key${index}`, state: 'active' }),
    );
    const full = aState({ keyring });
    const another = aKeyRecord({ id: 'another' });
    expect(() => addPendingKey(full, another)).toThrow(/revoke some first/);
    const thinned = revokeKeys(full, ['key0'], now);
    expect(addPendingKey(thinned, another).keyring).toHaveLength(1001);
  });

  it('remembers no more revoked keys than fit into it, and forgets the oldest', () => {
    const keyring = Array.from({ length: 501 }, (_, index) =>
      aKeyRecord({
        id: `key${index}`,
        state: 'revoked',
        revokedAt: ago((index + 1) * 1000),
      }),
    );
    const { keyring: left } = addPendingKey(
      aState({ keyring }),
      aKeyRecord({ id: 'another' }),
    );
    expect(left).toHaveLength(501);
    expect(left.map(({ id }) => id)).not.toContain('key500');
  });

  it('revokes a key for good', () => {
    const state = aState({
      keyring: [aKeyRecord({ id: 'old', state: 'active', primary: true })],
    });
    const revoked = revokeKeys(state, ['old'], now);
    expect(revoked.keyring[0]).toMatchObject({
      state: 'revoked',
      primary: false,
      revokedAt: now.toISOString(),
    });
    expect(revokeKeys(revoked, ['old', 'unknown'], now)).toBe(revoked);
  });

  it('drops keys that a crash left pending, and revoked ones after a month', () => {
    const keep = [
      aKeyRecord({ id: 'active', state: 'active', createdAt: ago(1e12) }),
      aKeyRecord({
        id: 'fresh',
        state: 'pending',
        createdAt: ago(PENDING_KEY_LIFETIME_MS - 1),
      }),
      aKeyRecord({
        id: 'revoked',
        state: 'revoked',
        revokedAt: ago(3_600_000),
      }),
    ];
    const drop = [
      aKeyRecord({
        id: 'abandoned',
        state: 'pending',
        createdAt: ago(PENDING_KEY_LIFETIME_MS),
      }),
      aKeyRecord({
        id: 'forgotten',
        state: 'revoked',
        revokedAt: ago(30 * 24 * 3_600_000),
      }),
    ];
    const swept = sweepKeyring(aState({ keyring: [...keep, ...drop] }), now);
    expect(swept.keyring).toEqual(keep);
    expect(sweepKeyring(swept, now)).toBe(swept);
  });
});

describe('a replaced key', () => {
  const previousEndsAt = new Date(now.getTime() + 5_000);
  const replaced = activateKey(
    aState({
      keyring: [
        aKeyRecord({ id: 'old', state: 'active', primary: true }),
        aKeyRecord({ id: 'new' }),
      ],
    }),
    'new',
    { now, replacement: { replaces: 'old', endsAt: previousEndsAt } },
  );
  const stateOf = (id: string, at: Date) =>
    sweepKeyring(replaced, at).keyring.find(key => key.id === id)?.state;

  it('works until its time is over, and never after', () => {
    expect(stateOf('old', new Date(previousEndsAt.getTime() - 1))).toBe(
      'active',
    );
    expect(stateOf('old', previousEndsAt)).toBe('revoked');
    expect(stateOf('new', previousEndsAt)).toBe('active');
  });

  it('is what the reconciler looks at again for', () => {
    expect(nextEndOf(replaced.keyring)).toEqual(previousEndsAt);
    expect(
      nextEndOf(sweepKeyring(replaced, previousEndsAt).keyring),
    ).toBeUndefined();
  });
});
