import { ModelType } from '@inference-portal/plugin-model-publishing-common';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { GatewayConfig } from '../config/ModelPublishingConfig';
import { SecretText } from '../keys/SecretText';
import { customHostnameOf } from '../publications/customHostnameOf';
import { publicAddressOf } from '../publications/publicAddressOf';
import { certificateProblem } from './certificateProblem';
import { readGateway, requestGateway } from './requestGateway';

/** What the probe needs to know of a publication. */
export interface ProbedPublication {
  configuration: {
    modelType: ModelType;
    publicHostname: string;
    externalPath: string;
    authentication: { requireApiKey: boolean };
  };
}

/** Looks at a published model from outside, on its metadata address only: no inference, no limit used up. */
export interface GatewayProbe {
  /** Waits until the gateway takes the key. False: it was not seen to do so in time. */
  untilAccepted(
    publication: ProbedPublication,
    key: SecretText,
  ): Promise<boolean>;
  /** Waits until the address answers as it should: guarded, or to everybody where the model is public. */
  untilServed(publication: ProbedPublication): Promise<boolean>;
  /** Waits until the gateway no longer takes the key. */
  untilRefused(
    publication: ProbedPublication,
    key: SecretText,
  ): Promise<boolean>;
  /**
   * What the metadata address answers to somebody without a key; undefined when it cannot be reached. On hostnames of
   * OpenAI-compatible models every address asks for a key; 404 there when somebody with a key would find nothing.
   */
  statusWithoutKey(publication: ProbedPublication): Promise<ProbedStatus>;
  /** Waits until the address answers 404. */
  untilGone(publication: ProbedPublication): Promise<boolean>;
  /**
   * Names of the models that the AI Gateway lists for the guard's own hostname; undefined when it lists none.
   *
   * @throws when the gateway cannot be reached
   */
  modelsOf(hostname: string): Promise<string[] | undefined>;
}

/**
 * Status of an answer; undefined: there was none; or why the certificate of the hostname was refused, in OpenSSL's or
 * Node's word such as `CERT_HAS_EXPIRED`.
 */
export type ProbedStatus = number | { refusedCertificate: string } | undefined;

export interface GatewayProbeOptions {
  /** How long a state is waited for, in milliseconds. */
  waitMs: number;
  /** A key that the guard knows and no model takes; undefined: there is none yet. */
  probeKey: () => SecretText | undefined;
}

/** What `GET /v1/models` answers, as far as it counts here. */
const modelListSchema = z.object({
  data: z.array(z.object({ id: z.string() })),
});

const POLL_MS = 25;
const REQUEST_TIMEOUT_MS = 1_000;
/** Answers of a gateway that does not serve this key yet: refused, no policy or backend yet, upstream not ready. */
const NOT_YET = new Set([401, 403, 500, 502, 503]);

export class HttpGatewayProbe implements GatewayProbe {
  readonly #gateway: GatewayConfig;
  readonly #options: GatewayProbeOptions;

  constructor(gateway: GatewayConfig, options: GatewayProbeOptions) {
    this.#gateway = gateway;
    this.#options = options;
  }

  untilAccepted(
    publication: ProbedPublication,
    key: SecretText,
  ): Promise<boolean> {
    // A 404 with the key may be the model's own; the keyless 401 proves that the route is there and guarded.
    return this.#until(
      async () =>
        (await this.#standing(publication)) === 401 &&
        !NOT_YET.has(await this.#status(publication, key)),
    );
  }

  untilServed(publication: ProbedPublication): Promise<boolean> {
    const { requireApiKey } = publication.configuration.authentication;
    return this.#until(async () => {
      const status = await this.#standing(publication);
      return requireApiKey ? status === 401 : status < 400;
    });
  }

  untilRefused(
    publication: ProbedPublication,
    key: SecretText,
  ): Promise<boolean> {
    return this.#until(async () =>
      [401, 404].includes(await this.#status(publication, key)),
    );
  }

  statusWithoutKey(publication: ProbedPublication): Promise<ProbedStatus> {
    return this.#standing(publication).catch(error => {
      const refusedCertificate = certificateProblem(error);
      return refusedCertificate ? { refusedCertificate } : undefined;
    });
  }

  untilGone(publication: ProbedPublication): Promise<boolean> {
    const hostname = publication.configuration.publicHostname;
    // A listener of ours goes with the last model that needs it, so that nobody may answer any more.
    const nobody = customHostnameOf(hostname, this.#gateway) ? 404 : undefined;
    return this.#until(
      async () =>
        (await this.#standing(publication).catch(() => nobody)) === 404,
    );
  }

  async modelsOf(hostname: string): Promise<string[] | undefined> {
    const { hostnames } = this.#gateway;
    const listed = await readGateway({
      baseUrl: this.#addressOf(hostnames.default),
      hostname,
      servername: hostnames.default,
      path: '/v1/models',
      headers: keyHeader(this.#options.probeKey()),
      timeoutMs: REQUEST_TIMEOUT_MS,
    });
    return listed === undefined ? undefined : modelNamesIn(listed);
  }

  async #until(condition: () => Promise<boolean>): Promise<boolean> {
    const end = Date.now() + this.#options.waitMs;
    for (;;) {
      // A gateway that cannot be reached from here is not an error of the publication; the answer says "pending".
      if (await condition().catch(() => false)) {
        return true;
      }
      if (Date.now() >= end) {
        return false;
      }
      await sleep(POLL_MS);
    }
  }

  /** See `statusWithoutKey`. */
  async #standing(publication: ProbedPublication): Promise<number> {
    const status = await this.#status(publication);
    const probeKey = this.#options.probeKey();
    if (status !== 401 || !probeKey) {
      return status;
    }
    const known = await this.#status(publication, probeKey);
    return known === 404 ? known : status;
  }

  #status(
    { configuration }: ProbedPublication,
    key?: SecretText,
  ): Promise<number> {
    const hostname = configuration.publicHostname;
    return requestGateway({
      baseUrl: this.#addressOf(hostname),
      hostname,
      path: configuration.externalPath,
      headers: keyHeader(key),
      timeoutMs: REQUEST_TIMEOUT_MS,
    });
  }

  #addressOf(hostname: string): string {
    const { probeUrl, scheme, port } = publicAddressOf(this.#gateway, hostname);
    return probeUrl ?? `${scheme}://${hostname}:${port}`;
  }
}

function keyHeader(key: SecretText | undefined) {
  return key && { 'x-api-key': key.reveal() };
}

/** @throws when it is no list of models */
function modelNamesIn(json: string): string[] {
  const { data } = modelListSchema.parse(JSON.parse(json));
  return data.map(({ id }) => id);
}
