import { claimOf, claimRuleOf } from '../claims/claimOf';
import { HttpRoute } from '../cluster/resources/HttpRoute';
import { routeVerdict } from '../conditions/routeVerdict';
import { routeNameOf } from '../names';
import { GatewayProbe } from '../probe/GatewayProbe';
import {
  claimedAddresses,
  dropReservation,
  isAbandoned,
  sameAddress,
  withoutRetired,
  withRetirement,
} from '../state/addresses';
import { PublicationState } from '../state/PublicationState';
import { PublicationWorkshop } from './PublicationWorkshop';

/** Gives up an address that a request has reserved and then not made use of, because its process died. */
export async function dropAbandonedReservation(
  { states, clock }: Pick<PublicationWorkshop, 'states' | 'clock'>,
  state: PublicationState,
): Promise<PublicationState> {
  const { reservation } = state;
  return reservation && isAbandoned(reservation, clock())
    ? states.update(state, current =>
        dropReservation(current, reservation.since),
      )
    : state;
}

/**
 * Takes a move a step further, after the objects have been brought in order: as soon as the new address answers, the
 * former ones get their end; those whose end has come have lost their route and are forgotten.
 */
export async function advanceMove(
  workshop: PublicationWorkshop & {
    probe: Pick<GatewayProbe, 'statusWithoutKey'>;
  },
  state: PublicationState,
): Promise<PublicationState> {
  const { states, clock } = workshop;
  const isUndecided = state.retiring.some(({ endsAt }) => endsAt === undefined);
  const isDecided = isUndecided && (await answers(workshop, state));
  const step = (current: PublicationState) => {
    const isSameMove = sameAddress(current.configuration, state.configuration);
    const decided =
      isDecided && isSameMove ? withRetirement(current, clock()) : current;
    return withoutRetired(decided, clock());
  };
  return step(state) === state ? state : states.update(state, step);
}

/**
 * Whether the present address is in force. Where the portal cannot reach the gateway, or does not trust its certificate,
 * the gateway's word on the route and on the listener made for it has to do.
 */
async function answers(
  workshop: Parameters<typeof advanceMove>[0],
  state: PublicationState,
): Promise<boolean> {
  const { probe, gateway, observed } = workshop;
  const { modelType, authentication } = state.configuration;
  const status = await probe.statusWithoutKey(state);
  if (typeof status === 'number') {
    const isInForce = authentication.requireApiKey
      ? status === 401
      : status < 400;
    return isInForce && (modelType !== 'openai' || isLoaded(workshop, state));
  }
  const route = observed.find(HttpRoute.kind, {
    namespace: gateway.namespace,
    name: routeNameOf(state.id, state.model, state.configuration),
  });
  const { publicHostname } = state.configuration;
  const listener = workshop.listeners.verdictOn(publicHostname);
  return (
    route !== undefined &&
    routeVerdict(route).status === 'True' &&
    (listener ?? { status: 'True' }).status === 'True'
  );
}

/** Whether the AI Gateway knows the present address, too. */
async function isLoaded(
  { canary, marks }: Pick<PublicationWorkshop, 'canary' | 'marks'>,
  { id, configuration }: PublicationState,
): Promise<boolean> {
  const { publicHostname, externalPath } = configuration;
  const move = `${id} ${publicHostname} ${externalPath}`;
  const mark = marks.get(move) ?? (await canary.mark());
  marks.set(move, mark);
  const loaded = (await canary.isLoaded(mark)) === true;
  if (loaded) {
    marks.delete(move);
  }
  return loaded;
}

/**
 * Gives back claims that the publication has no use for (any more). A claim is named in the state before it is taken,
 * so one that is seen, and that a later reading of the state does not name, is not about to be used.
 */
export async function releaseUnneededClaims(
  {
    claims,
    states,
    gateway,
  }: Pick<PublicationWorkshop, 'claims' | 'states' | 'gateway'>,
  state: PublicationState,
): Promise<void> {
  const rule = claimRuleOf({ gateway }, state);
  const unneededBy =
    (needing: PublicationState) =>
    (held: { claim: { hostname: string; path: string } }) =>
      !claimedAddresses(needing)
        .map(address => claimOf(address, rule))
        .some(
          ({ hostname, path }) =>
            hostname === held.claim.hostname && path === held.claim.path,
        );
  const candidates = claims
    .list()
    .filter(({ holder }) => holder.id === state.id)
    .filter(unneededBy(state));
  const fresh = candidates.length > 0 ? await states.read(state) : undefined;
  for (const { claim } of fresh ? candidates.filter(unneededBy(fresh)) : []) {
    await claims.release(state, claim);
  }
}
