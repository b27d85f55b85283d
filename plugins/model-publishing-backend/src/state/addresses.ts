import { ConflictError } from '@backstage/errors';
import { AcceptedConfiguration } from '@inference-portal/plugin-model-publishing-common';
import { assignPlaces } from '../limits/assignPlaces';
import { placesOf } from '../limits/LimitPlace';
import { Address, PublicationState } from './PublicationState';
import { requireKept } from './requireKept';

/** A reservation that nobody has made use of within this time was abandoned by a crash. */
export const RESERVATION_LIFETIME_MS = 10_000;
/** How long a former address goes on answering after the new one does. */
export const RETIREMENT_MS = 10_000;

export function sameAddress(a: Address, b: Address): boolean {
  return (
    a.publicHostname === b.publicHostname && a.externalPath === b.externalPath
  );
}

/** The address in a configuration or a state's list, without anything else. */
export function addressOf({ publicHostname, externalPath }: Address): Address {
  return { publicHostname, externalPath };
}

/** Addresses that answer at a moment, or should: the present one first. */
export function servedAddresses(
  {
    configuration,
    retiring,
  }: Pick<PublicationState, 'configuration' | 'retiring'>,
  now: Date,
): [Address, ...Address[]] {
  const goingOn = retiring.filter(
    ({ endsAt }) => endsAt === undefined || Date.parse(endsAt) > now.getTime(),
  );
  return [addressOf(configuration), ...goingOn.map(addressOf)];
}

/** Every address that a publication needs the claim of. */
export function claimedAddresses({
  configuration,
  retiring,
  reservation,
}: Pick<
  PublicationState,
  'configuration' | 'retiring' | 'reservation'
>): Address[] {
  return [
    configuration,
    ...retiring,
    ...(reservation ? [reservation] : []),
  ].map(addressOf);
}

/** Hostnames that OpenAI-compatible models have, or are about to have, addresses on. */
export function openaiHostnamesOf(
  states: Pick<
    PublicationState,
    'configuration' | 'retiring' | 'reservation'
  >[],
): string[] {
  return states
    .filter(({ configuration }) => configuration.modelType === 'openai')
    .flatMap(state =>
      claimedAddresses(state).map(({ publicHostname }) => publicHostname),
    );
}

/**
 * First step of a move: says that the claim of an address is about to be taken.
 *
 * @throws ConflictError when another move has just begun
 */
export function reserve(
  state: PublicationState,
  address: Address,
  now: Date,
): PublicationState {
  requireKept(state);
  const { reservation } = state;
  if (reservation && !isAbandoned(reservation, now)) {
    throw new ConflictError(
      `Somebody else is moving model "${state.model}" at this moment; look at it and try again`,
    );
  }
  return {
    ...state,
    reservation: { ...addressOf(address), since: now.toISOString() },
  };
}

/** Gives a reservation up, if it is still this one. */
export function dropReservation(
  state: PublicationState,
  since: string | undefined,
): PublicationState {
  return state.reservation && state.reservation.since === since
    ? { ...state, reservation: undefined }
    : state;
}

export function isAbandoned({ since }: { since: string }, now: Date): boolean {
  return now.getTime() - Date.parse(since) >= RESERVATION_LIFETIME_MS;
}

/**
 * Second step: the new configuration counts. A former address is kept until the new one answers, and a while longer.
 *
 * @throws ConflictError when the address is not reserved (any more), or the publication is being taken away
 */
export function withConfiguration(
  state: PublicationState,
  configuration: AcceptedConfiguration,
  now: Date,
): PublicationState {
  requireKept(state);
  const changed = {
    ...state,
    configuration,
    limitPlaces: assignPlaces(placesOf(state), configuration, now),
    updatedAt: now.toISOString(),
  };
  if (sameAddress(state.configuration, configuration)) {
    return changed;
  }
  if (
    !claimedAddresses(state).some(address =>
      sameAddress(address, configuration),
    )
  ) {
    throw new ConflictError(
      `The move of model "${state.model}" took too long, or somebody else has moved it meanwhile; look at it and try again`,
    );
  }
  const former = addressOf(state.configuration);
  return {
    ...changed,
    intent: 'moving',
    reservation: undefined,
    retiring: [
      ...state.retiring.filter(address => !sameAddress(address, configuration)),
      former,
    ],
  };
}

/** The new address answers: former addresses get their end. */
export function withRetirement(
  state: PublicationState,
  now: Date,
): PublicationState {
  const endsAt = new Date(now.getTime() + RETIREMENT_MS).toISOString();
  return state.retiring.some(address => address.endsAt === undefined)
    ? {
        ...state,
        retiring: state.retiring.map(address => ({ endsAt, ...address })),
      }
    : state;
}

/** Last step: addresses whose end has come are forgotten. */
export function withoutRetired(
  state: PublicationState,
  now: Date,
): PublicationState {
  const served = servedAddresses(state, now);
  const retiring = state.retiring.filter(address =>
    served.some(other => sameAddress(other, address)),
  );
  if (retiring.length === state.retiring.length) {
    return state;
  }
  const isDone = retiring.length === 0 && state.intent === 'moving';
  return { ...state, retiring, ...(isDone && { intent: 'serving' }) };
}

/** When a move has to be looked at again; undefined when there is none. */
export function nextStepOfMove({
  retiring,
  reservation,
}: Pick<PublicationState, 'retiring' | 'reservation'>): Date | undefined {
  const times = [
    ...retiring.flatMap(({ endsAt }) => (endsAt ? [Date.parse(endsAt)] : [])),
    ...(reservation
      ? [Date.parse(reservation.since) + RESERVATION_LIFETIME_MS]
      : []),
  ];
  return times.length > 0 ? new Date(Math.min(...times)) : undefined;
}
