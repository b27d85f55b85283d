import { setTimeout as sleep } from 'node:timers/promises';
import { GatewayConfig } from '../config/ModelPublishingConfig';
import { SecretText } from '../keys/SecretText';
import { requestGateway } from './requestGateway';

/** What the probe needs to know of a publication. */
export interface ProbedPublication {
  configuration: { publicHostname: string; externalPath: string };
}

/** Looks at a published model from outside, on its metadata address only: no inference, no limit used up. */
export interface GatewayProbe {
  /** Waits until the gateway takes the key. False: it was not seen to do so in time. */
  untilAccepted(
    publication: ProbedPublication,
    key: SecretText,
  ): Promise<boolean>;
  /** Waits until the address answers, guarded. */
  untilServed(publication: ProbedPublication): Promise<boolean>;
  /** Waits until the gateway no longer takes the key. */
  untilRefused(
    publication: ProbedPublication,
    key: SecretText,
  ): Promise<boolean>;
  /** What the metadata address answers to somebody without a key; undefined when it cannot be reached. */
  statusWithoutKey(publication: ProbedPublication): Promise<number | undefined>;
  /** Waits until the address answers 404. */
  untilGone(publication: ProbedPublication): Promise<boolean>;
}

const POLL_MS = 25;
const REQUEST_TIMEOUT_MS = 1_000;
/** Answers of a gateway that does not serve this key yet: refused, no policy or backend yet, upstream not ready. */
const NOT_YET = new Set([401, 403, 500, 502, 503]);

export class HttpGatewayProbe implements GatewayProbe {
  readonly #baseUrl: string | undefined;
  readonly #publicUrl: (hostname: string) => string;
  readonly #waitMs: number;

  constructor(gateway: GatewayConfig, options: { waitMs: number }) {
    const { scheme, port } = gateway.baseUrl;
    this.#baseUrl = gateway.probeUrl;
    this.#publicUrl = hostname => `${scheme}://${hostname}:${port}`;
    this.#waitMs = options.waitMs;
  }

  untilAccepted(
    publication: ProbedPublication,
    key: SecretText,
  ): Promise<boolean> {
    // A 404 with the key may be the model's own; the keyless 401 proves that the route is there and guarded.
    return this.#until(
      async () =>
        (await this.#status(publication)) === 401 &&
        !NOT_YET.has(await this.#status(publication, key)),
    );
  }

  untilServed(publication: ProbedPublication): Promise<boolean> {
    return this.#until(async () => (await this.#status(publication)) === 401);
  }

  untilRefused(
    publication: ProbedPublication,
    key: SecretText,
  ): Promise<boolean> {
    return this.#until(async () =>
      [401, 404].includes(await this.#status(publication, key)),
    );
  }

  statusWithoutKey(
    publication: ProbedPublication,
  ): Promise<number | undefined> {
    return this.#status(publication).catch(() => undefined);
  }

  untilGone(publication: ProbedPublication): Promise<boolean> {
    return this.#until(async () => (await this.#status(publication)) === 404);
  }

  async #until(condition: () => Promise<boolean>): Promise<boolean> {
    const end = Date.now() + this.#waitMs;
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

  #status(
    { configuration }: ProbedPublication,
    key?: SecretText,
  ): Promise<number> {
    const hostname = configuration.publicHostname;
    return requestGateway({
      baseUrl: this.#baseUrl ?? this.#publicUrl(hostname),
      hostname,
      path: configuration.externalPath,
      headers: key && { 'x-api-key': key.reveal() },
      timeoutMs: REQUEST_TIMEOUT_MS,
    });
  }
}
