import { ConflictError } from '@backstage/errors';
import { GatewayRuntime } from '../reconcile/GatewayRuntime';
import { megabytes } from '../room/megabytes';
import { SHARES } from '../room/shares';
import { addressOf, claimedAddresses, sameAddress } from '../state/addresses';
import { PublicationState } from '../state/PublicationState';

/**
 * Refuses what the gateway could not take in (see `messageSizeOf`).
 *
 * @param wanted - the publication as it is to be
 * @throws ConflictError naming the settings that would make room
 */
export function requireRoom(
  runtime: Pick<GatewayRuntime, 'gateway' | 'messageSize'> & {
    states: Pick<GatewayRuntime['states'], 'list'>;
  },
  wanted: PublicationState,
  use: keyof typeof SHARES,
): void {
  const { gateway, states } = runtime;
  const others = states.list().filter(({ id }) => id !== wanted.id);
  const size = runtime.messageSize([...others, wanted]);
  const most = gateway.extensionMessageSize * SHARES[use];
  if (size !== undefined && size > most) {
    throw new ConflictError(
      `Gateway "${
        gateway.name
      }" has no room for this: its configuration would take ${megabytes(
        size,
      )} of the ${megabytes(
        gateway.extensionMessageSize,
      )} that Envoy Gateway may hand to the AI Gateway. Unpublish models or revoke keys that nobody needs, or ask the platform for a larger extensionManager.maxMessageSize in Envoy Gateway with the same maxRecvMsgSize in the AI Gateway, which modelPublishing.gateways[].extensionMessageSize then names`,
    );
  }
}

/**
 * The same for a change. What makes it no larger is always possible; while a publication moves, both addresses are there.
 *
 * @throws ConflictError
 */
export function requireRoomForChange(
  runtime: Parameters<typeof requireRoom>[0],
  present: PublicationState,
  wanted: PublicationState,
): void {
  const others = runtime.states.list().filter(({ id }) => id !== wanted.id);
  const sizeWith = (state: PublicationState) =>
    runtime.messageSize([...others, state]) ?? 0;
  if (sizeWith(wanted) > sizeWith(present)) {
    requireRoom(runtime, wanted, 'added');
  }
  const [address] = claimedAddresses(wanted);
  const isOwn = claimedAddresses(present).some(
    other => address && sameAddress(other, address),
  );
  if (!isOwn) {
    const former = addressOf(present.configuration);
    const moving = { ...wanted, retiring: [...wanted.retiring, former] };
    requireRoom(runtime, moving, 'replaced');
  }
}
