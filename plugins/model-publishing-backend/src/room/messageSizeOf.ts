import { claimedAddresses, openaiHostnamesOf } from '../state/addresses';
import { PublicationState } from '../state/PublicationState';

/*
 * Sizes of the parts in bytes, rounded up from what Envoy Gateway 1.9 has sent to Envoy for one key more, with 2, 50 and
 * 200 publications (docs/performance.md).
 */

/** The Gateway itself, and what it has on each listener before anything is published. */
const GATEWAY = 10_000;
const LISTENER = 12_000;
/** One address of a publication: what there is of it once, and on each listener. */
const ADDRESS = {
  traditional: { once: 6_000, onListener: 12_000 },
  openai: { once: 3_000, onListener: 9_000 },
};
/** A key and its client id, without the name of the tenant. */
const KEY = 160;
/** Routes of an address, on each listener, that hold the keys of a traditional publication. */
const TRADITIONAL_ROUTES = 4;
/** Those that hold the keys of all OpenAI-compatible publications: of the guard and the canary; more for each hostname. */
const GUARD_ROUTES = 3;
const HOSTNAME_ROUTES = 4;

/** What of a publication takes room. */
export type SizedPublication = Pick<
  PublicationState,
  'id' | 'configuration' | 'retiring' | 'reservation' | 'keyring'
>;

/**
 * An upper estimate, in bytes, of the message in which Envoy Gateway hands its whole configuration to the AI Gateway at
 * each change. When it is larger than either of the two admits, no change comes into force any more, not even the
 * revocation of a key.
 *
 * @param listeners - how many listeners of the Gateway publications are on
 */
export function messageSizeOf(
  publications: SizedPublication[],
  listeners: number,
): number {
  const openai = publications.filter(isOpenai);
  const hostnames = new Set(openaiHostnamesOf(openai)).size;
  const guard =
    (GUARD_ROUTES + HOSTNAME_ROUTES * hostnames) * sum(openai.map(keysSize));
  const shardSizes = new Map<string, number>();
  for (const publication of openai) {
    const shard = shardOf(publication);
    const size = shardSizes.get(shard) ?? 0;
    shardSizes.set(shard, size + keysSize(publication));
  }
  const addresses = publications.map(publication => {
    const { once, onListener } = ADDRESS[publication.configuration.modelType];
    const keys = isOpenai(publication)
      ? shardSizes.get(shardOf(publication)) ?? 0
      : TRADITIONAL_ROUTES * keysSize(publication);
    return (
      claimedAddresses(publication).length *
      (once + listeners * (onListener + keys))
    );
  });
  return GATEWAY + listeners * (LISTENER + guard) + sum(addresses);
}

function isOpenai({ configuration }: SizedPublication): boolean {
  return configuration.modelType === 'openai';
}

function shardOf({ id }: SizedPublication): string {
  return id.charAt(0);
}

function keysSize({ keyring }: SizedPublication): number {
  return sum(
    keyring
      .filter(({ state }) => state !== 'revoked')
      .map(({ tenant }) => KEY + tenant.length),
  );
}

function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
