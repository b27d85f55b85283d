import { createHash } from 'node:crypto';

/** What models are, in the order in which they are looked for. */
export const MODEL_KINDS = ['InferenceService', 'LLMInferenceService'] as const;

/** What a publication is the publication of. */
export interface ModelIdentity {
  /** The tenant's namespace. */
  namespace: string;
  kind: (typeof MODEL_KINDS)[number];
  model: string;
}

const MODEL_PART_LENGTH = 30;

/**
 * Publication id: the first 32 hexadecimal characters of the SHA-256 of namespace, kind and model. None of the
 * three can hold a slash, so different models have different inputs.
 */
export function publicationIdOf({
  namespace,
  kind,
  model,
}: ModelIdentity): string {
  return createHash('sha256')
    .update(`${namespace}/${kind}/${model}`)
    .digest('hex')
    .slice(0, 32);
}

/** Name of everything that is rendered for a publication. The id keeps it unique, the model part is for people. */
export function objectNameOf(publicationId: string, model: string): string {
  const part = model.slice(0, MODEL_PART_LENGTH).replace(/[^a-z0-9]+$/, '');
  return `published-model-${part}-${publicationId}`;
}

/** Name of the Secret that Envoy reads the publication's keys from. */
export function credentialsNameOf(
  publicationId: string,
  model: string,
): string {
  return `${objectNameOf(publicationId, model)}-credentials`;
}

const ADDRESS_PART_LENGTH = 8;

/** Name of the route of one address, so that a move makes a new route and never changes one that serves. */
export function routeNameOf(
  publicationId: string,
  model: string,
  address: { publicHostname: string; externalPath: string },
): string {
  const part = createHash('sha256')
    .update(`${address.publicHostname} ${address.externalPath}`)
    .digest('hex')
    .slice(0, ADDRESS_PART_LENGTH);
  return `${objectNameOf(publicationId, model)}-${part}`;
}

/** Name of what tells about an OpenAI-compatible model, by the name of what leads to it: a route or its policy. */
export function infoNameOf(name: string): string {
  return `${name}-info`;
}

const OBJECT_NAME =
  /^published-model-.*-([0-9a-f]{32})(-credentials|(-[0-9a-f]{8})?(-info)?)?$/;

/** The publication id in the name of an object of ours; undefined in other names. */
export function publicationIdInName(name: string): string | undefined {
  return OBJECT_NAME.exec(name)?.[1];
}

const ROUTE_NAME = /^published-model-.*-([0-9a-f]{32})-[0-9a-f]{8}$/;

/** The publication id in the name of a route that leads to a model; undefined in other names. */
export function publicationIdOfRoute(name: string): string | undefined {
  return ROUTE_NAME.exec(name)?.[1];
}

/** Name of the tenant's record. */
export function recordNameOf(model: string): string {
  return `published-model-${model}`;
}

/** Name of the guard's policies on a Gateway. */
export function guardNameOf(gateway: string): string {
  return `model-publishing-guard-${gateway}`;
}

/** Name of the Secret of the guard's credentials. */
export function guardCredentialsNameOf(gateway: string): string {
  return `${guardNameOf(gateway)}-credentials`;
}

/** Name of the guard's route that asks the AI Gateway which configuration it has loaded. */
export function canaryNameOf(gateway: string): string {
  return `${guardNameOf(gateway)}-canary`;
}

/** Long enough that nobody finds a second hostname of the same part: tenants choose names below wildcards. */
const HOSTNAME_PART_LENGTH = 16;

function hostnamePartOf(hostname: string): string {
  return createHash('sha256')
    .update(hostname)
    .digest('hex')
    .slice(0, HOSTNAME_PART_LENGTH);
}

/** Name of the guard's route that closes the list of models of one hostname. */
export function closingRouteNameOf(gateway: string, hostname: string): string {
  return `${guardNameOf(gateway)}-${hostnamePartOf(hostname)}`;
}

const entrancePrefixOf = (gateway: string) =>
  `${guardNameOf(gateway)}-entrance-`;

/** Name of the guard's route that requests for the OpenAI-compatible models of one hostname come to first. */
export function entranceNameOf(gateway: string, hostname: string): string {
  return `${entrancePrefixOf(gateway)}${hostnamePartOf(hostname)}`;
}

const HOSTNAME_PART = new RegExp(`^[0-9a-f]{${HOSTNAME_PART_LENGTH}}$`);

/** Whether something of the guard is there for one hostname: a closing route, or an entrance with its policy. */
export function isNameOfHostname(gateway: string, name: string): boolean {
  return [entrancePrefixOf(gateway), `${guardNameOf(gateway)}-`].some(
    prefix =>
      name.startsWith(prefix) && HOSTNAME_PART.test(name.slice(prefix.length)),
  );
}

export function isEntranceName(gateway: string, name: string): boolean {
  return name.startsWith(entrancePrefixOf(gateway));
}

const LISTENER_PART_LENGTH = 40;
const LISTENER_HASH_LENGTH = 16;

/**
 * Name of our listener for a hostname or wildcard: a DNS label. The hash keeps names of different hostnames apart, the
 * other part is for people.
 */
export function listenerNameOf(hostname: string): string {
  const part = hostname
    .replace(/^\*\./, 'wildcard.')
    .replaceAll('.', '-')
    .slice(0, LISTENER_PART_LENGTH)
    .replace(/-+$/, '');
  const hash = createHash('sha256')
    .update(hostname)
    .digest('hex')
    .slice(0, LISTENER_HASH_LENGTH);
  return `mp-${part}-${hash}`;
}

/** Name of the guard's route on a listener of ours. */
export function listenerGuardNameOf(gateway: string, hostname: string): string {
  return `${guardNameOf(gateway)}-${listenerNameOf(hostname)}`;
}

/** The parts into which the keys of OpenAI-compatible models are divided, by the first digit of publication ids. */
export const KEY_SHARDS = [...'0123456789abcdef'];

/** Name of the Secret that holds the keys of the OpenAI-compatible models of one shard. */
export function keyShardNameOf(gateway: string, shard: string): string {
  return `model-publishing-keys-${gateway}-${shard}`;
}

/** Name of what asks a Gateway whether it has a rate limit service; each installation asks for itself. */
export function rateLimitProbeNameOf(
  gateway: string,
  instanceId: string,
): string {
  return `model-publishing-probe-${gateway}-${instanceId}`;
}

/** Credentials entry that keeps a Secret from being empty. No publication's prefix matches it. */
export const SENTINEL_CLIENT_ID = '_sentinel';

/** Credentials entry that the portal itself looks at the gateway with; it opens no model. */
export const PROBE_CLIENT_ID = '_probe';

/** What every client id of the publication begins with; the route's authorization checks it. */
export function clientIdPrefixOf(publicationId: string): string {
  return `${publicationId}.`;
}

/** Name by which the gateway knows one key, and under which it forwards and counts. */
export function clientIdOf(
  publicationId: string,
  key: { tenant: string; id: string },
): string {
  return `${clientIdPrefixOf(publicationId)}${key.tenant}.${key.id}`;
}

const CLIENT_ID = /^([0-9a-f]{32})\.([^.]+)\.([^.]+)$/;

/** What a client id names; undefined for anything that is no client id of ours. */
export function partsOfClientId(
  clientId: string,
): { publicationId: string; tenant: string; keyId: string } | undefined {
  const [, publicationId, tenant, keyId] = CLIENT_ID.exec(clientId) ?? [];
  return publicationId && tenant && keyId
    ? { publicationId, tenant, keyId }
    : undefined;
}

/** The publication that a client id belongs to; undefined for anything that is no client id of ours. */
export function publicationIdOfClient(clientId: string): string | undefined {
  return partsOfClientId(clientId)?.publicationId;
}
