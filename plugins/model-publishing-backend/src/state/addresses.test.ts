import { RateLimiting } from '@inference-portal/plugin-model-publishing-common';
import { aState } from '../__testUtils__/builders';
import {
  claimedAddresses,
  dropReservation,
  nextStepOfMove,
  reserve,
  RESERVATION_LIFETIME_MS,
  RETIREMENT_MS,
  servedAddresses,
  withConfiguration,
  withoutRetired,
  withRetirement,
} from './addresses';

const now = new Date('2026-01-01T12:00:00.000Z');
const after = (ms: number) => new Date(now.getTime() + ms);
const state = aState();
const { configuration } = state;
const old = {
  publicHostname: configuration.publicHostname,
  externalPath: configuration.externalPath,
};
const moved = { ...old, externalPath: '/models/moved' };
const movedConfiguration = { ...configuration, ...moved };
const moving = withConfiguration(
  reserve(state, moved, now),
  movedConfiguration,
  now,
);

describe('a reservation', () => {
  it('comes before the address counts', () => {
    expect(() => withConfiguration(state, movedConfiguration, now)).toThrow(
      /took too long, or somebody else/,
    );
  });

  it('of an address serves nothing and claims it', () => {
    const reserved = reserve(state, moved, now);
    expect(servedAddresses(reserved, now)).toEqual([old]);
    expect(claimedAddresses(reserved)).toEqual([old, moved]);
    expect(nextStepOfMove(reserved)).toEqual(after(RESERVATION_LIFETIME_MS));
  });

  it('is for one at a time, unless it was abandoned', () => {
    const other = { ...old, externalPath: '/models/other' };
    const reserved = reserve(state, moved, now);
    expect(() =>
      reserve(reserved, other, after(RESERVATION_LIFETIME_MS - 1)),
    ).toThrow(/Somebody else is moving/);
    expect(
      reserve(reserved, other, after(RESERVATION_LIFETIME_MS)).reservation,
    ).toMatchObject(other);
  });

  it('is given up by whom it belongs to, and by nobody else', () => {
    const reserved = reserve(state, moved, now);
    const { since } = reserved.reservation ?? { since: '' };
    expect(dropReservation(reserved, since).reservation).toBeUndefined();
    expect(dropReservation(reserved, after(1).toISOString())).toBe(reserved);
  });
});

describe('a move', () => {
  it('serves the new address first and the former one without an end', () => {
    expect(moving).toMatchObject({ intent: 'moving', reservation: undefined });
    expect(servedAddresses(moving, after(1e9))).toEqual([moved, old]);
    expect(claimedAddresses(moving)).toEqual([moved, old]);
    expect(withoutRetired(moving, after(1e9))).toBe(moving);
  });

  it('ends when the former address has had its time', () => {
    const ending = withRetirement(moving, now);
    expect(nextStepOfMove(ending)).toEqual(after(RETIREMENT_MS));
    expect(withoutRetired(ending, after(RETIREMENT_MS - 1))).toBe(ending);
    expect(servedAddresses(ending, after(RETIREMENT_MS))).toEqual([moved]);
    expect(withoutRetired(ending, after(RETIREMENT_MS))).toMatchObject({
      intent: 'serving',
      retiring: [],
    });
    // The end that was set first counts.
    expect(withRetirement(ending, after(5_000))).toBe(ending);
  });

  it('back takes the former address out of retirement', () => {
    const back = withConfiguration(moving, configuration, now);
    expect(servedAddresses(back, now)).toEqual([old, moved]);
    expect(back.retiring).toEqual([moved]);
  });

  it('does not bring a publication back that is being taken away', () => {
    const deleting = {
      ...withRetirement(moving, now),
      intent: 'deleting' as const,
    };
    expect(withoutRetired(deleting, after(RETIREMENT_MS)).intent).toBe(
      'deleting',
    );
  });
});

describe('a change', () => {
  it('never brings a publication back that is being taken away', () => {
    const deleting = { ...state, intent: 'deleting' as const };
    expect(() => withConfiguration(deleting, configuration, now)).toThrow(
      /is being unpublished/,
    );
  });
});

describe('a change without a move', () => {
  it('needs no reservation and retires nothing', () => {
    const changed = withConfiguration(
      state,
      { ...configuration, visibility: 'portal' },
      now,
    );
    expect(changed).toMatchObject({ intent: 'serving', retiring: [] });
  });
});

describe('places of limits', () => {
  const changed = (rateLimiting: RateLimiting) =>
    withConfiguration(state, { ...configuration, rateLimiting }, now)
      .limitPlaces;
  const { requestsPerMinute } = configuration.rateLimiting;

  it('change with the configuration, from where limits stood without them', () => {
    expect(state.limitPlaces).toEqual([]);
    expect(changed({ requestsPerMinute, requestsPerHour: 1 })).toEqual([
      { limit: 'burstLimit', freedAt: now.toISOString() },
      { limit: 'requestsPerMinute' },
      { limit: 'requestsPerHour' },
    ]);
  });

  it('change in a move as well', () =>
    expect(
      withConfiguration(
        reserve(state, moved, now),
        { ...movedConfiguration, rateLimiting: { requestsPerMinute } },
        now,
      ).limitPlaces,
    ).toHaveLength(2));
});
