import { GatewayConfig } from '../config/ModelPublishingConfig';
import { enforcedLimits } from '../limits/enforcedLimits';
import { neededHostnames } from '../listeners/neededHostnames';
import { customHostnameOf } from '../publications/customHostnameOf';
import { claimedAddresses, openaiHostnamesOf } from '../state/addresses';
import { PublicationState } from '../state/PublicationState';

/*
 * Sizes of the parts in bytes, rounded up from what Envoy Gateway 1.9 has sent to Envoy for one key more, with 2, 50 and
 * 200 publications (docs/performance.md).
 */

/** The Gateway itself, and what it has on each listener before anything is published. */
const GATEWAY = 10_000;
const LISTENER = 12_000;
/**
 * One address of a publication: what there is of it once, and on each listener, and its routes there. All routes of a
 * traditional one hold its keys, and one of an OpenAI-compatible one those of its shard.
 */
const ADDRESS = {
  traditional: { once: 6_000, onListener: 12_000, routes: 4 },
  openai: { once: 3_000, onListener: 9_000, routes: 3 },
};
/** On each route, beyond what is in these figures already: a rule of limits, and a tenant that is allowed. */
const RULE = 400;
const USUAL_RULES = 3;
const TENANT = 500;
/** A key and its client id, without the name of the tenant. */
const KEY = 160;
/** Routes of the guard that hold the keys of all OpenAI-compatible publications: on each listener, for each hostname. */
const GUARD_ROUTES = 3;
const HOSTNAME_ROUTES = 4;

/** What of a publication takes room. */
export type SizedPublication = Pick<
  PublicationState,
  | 'id'
  | 'intent'
  | 'configuration'
  | 'retiring'
  | 'reservation'
  | 'limitPlaces'
  | 'keyring'
>;

/** What they are published on. */
export interface SizedGateway {
  hostnames: GatewayConfig['hostnames'];
  /** How many listeners of the platform publications are on. */
  platformListeners: number;
}

/**
 * An upper estimate, in bytes, of the message in which Envoy Gateway hands its whole configuration to the AI Gateway at
 * each change. When it is larger than either of the two admits, no change comes into force any more, not even the
 * revocation of a key.
 */
export function messageSizeOf(
  publications: SizedPublication[],
  gateway: SizedGateway,
): number {
  const { platformListeners } = gateway;
  const listenersOf = (hostname: string) =>
    customHostnameOf(hostname, gateway) ? 1 : platformListeners;
  const openai = publications.filter(isOpenai);
  const allKeys = sum(openai.map(keysSize));
  const keysOfShards = keysByShard(openai);
  const hostnames = [...new Set(openaiHostnamesOf(openai))].map(
    hostname => HOSTNAME_ROUTES * listenersOf(hostname) * allKeys,
  );
  const addresses = publications.flatMap(publication => {
    const { once } = ADDRESS[publication.configuration.modelType];
    const onListener = onListenerOf(publication, keysOfShards);
    return claimedAddresses(publication).map(
      ({ publicHostname }) => once + listenersOf(publicHostname) * onListener,
    );
  });
  const customListeners = neededHostnames(publications, gateway).length;
  return (
    GATEWAY +
    platformListeners * (LISTENER + GUARD_ROUTES * allKeys) +
    customListeners * (LISTENER + allKeys) +
    sum(hostnames) +
    sum(addresses)
  );
}

function onListenerOf(
  publication: SizedPublication,
  keysOfShards: Map<string, number>,
): number {
  const { configuration, limitPlaces } = publication;
  const { onListener, routes } = ADDRESS[configuration.modelType];
  const rules = Math.max(
    limitPlaces.length,
    enforcedLimits(configuration).length,
  );
  const tenants = configuration.authentication.allowedTenants.length;
  const keys = isOpenai(publication)
    ? keysOfShards.get(shardOf(publication)) ?? 0
    : routes * keysSize(publication);
  return (
    onListener +
    routes * RULE * Math.max(0, rules - USUAL_RULES) +
    routes * TENANT * Math.max(0, tenants - 1) +
    keys
  );
}

function keysByShard(openai: SizedPublication[]): Map<string, number> {
  const sizes = new Map<string, number>();
  for (const publication of openai) {
    const shard = shardOf(publication);
    sizes.set(shard, (sizes.get(shard) ?? 0) + keysSize(publication));
  }
  return sizes;
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
