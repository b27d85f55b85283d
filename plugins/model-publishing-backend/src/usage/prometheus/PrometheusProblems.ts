import { ServiceUnavailableError } from '@backstage/errors';
import { z } from 'zod';
import { PrometheusSettings } from '../../config/prometheusSchema';
import { errorAnswerSchema } from './queryAnswerSchema';

/** Node's codes for certificates that cannot be verified, such as UNABLE_TO_VERIFY_LEAF_SIGNATURE. */
const CERTIFICATE =
  /CERT|SELF_SIGNED|UNABLE_TO_(VERIFY|GET_ISSUER)|ALTNAME_INVALID/;

const MAX_REASON_LENGTH = 300;

const codedSchema = z.object({ code: z.string() });

/** Says why a Prometheus has not answered, and what to do. Headers, and with them what proves who asks, stay out. */
export class PrometheusProblems {
  readonly #subject: string;
  readonly #section: string;
  readonly #timeoutMs: number;

  constructor(cluster: string, { url, timeoutMs }: PrometheusSettings) {
    this.#subject = `Prometheus of cluster "${cluster}" (${url})`;
    this.#section = `modelPublishing.clusters.${cluster}.prometheus`;
    this.#timeoutMs = timeoutMs;
  }

  tooLate(): Error {
    return this.#problem(
      `did not answer within ${this.#timeoutMs / 1000} s`,
      `if it is only slow, raise ${this.#section}.timeout`,
    );
  }

  unreachable(error: unknown): Error {
    const code = codedSchema.safeParse(error).data?.code ?? 'unknown failure';
    return CERTIFICATE.test(code)
      ? this.#problem(
          `has a certificate that cannot be verified (${code})`,
          `check caFile or caData, and serverName, in ${this.#section}`,
        )
      : this.#problem(
          `cannot be reached (${code})`,
          `check ${this.#section}.url, and that it runs`,
        );
  }

  /** An answer that is not what Prometheus says. */
  unintelligible(): Error {
    return this.#problem(
      'did not answer as Prometheus does',
      `check ${this.#section}.url, and the path in it`,
    );
  }

  /** A status other than 200. */
  refused(status: number, body: string): Error {
    const reason = reasonIn(body);
    const said = reason ? `${status}: ${reason}` : `${status}`;
    if (status === 401 || status === 403) {
      return this.#problem(
        `does not let the portal in (${said})`,
        `check bearerToken, bearerTokenFile, basic or headers in ${
          this.#section
        }`,
      );
    }
    if (status < 400 || status === 404 || status === 405) {
      return this.#problem(
        `has nothing to ask at api/v1/query (${said})`,
        `check ${this.#section}.url, and the path in it`,
      );
    }
    if (status === 429 || status >= 500) {
      return this.#problem(
        `answers with an error (${said})`,
        'it is asked again soon; if that does not end, see its log',
      );
    }
    return this.#problem(
      `refuses a query (${said})`,
      `check headers and selectors in ${this.#section}`,
    );
  }

  #problem(what: string, advice: string): Error {
    return new ServiceUnavailableError(`${this.#subject} ${what}; ${advice}`);
  }
}

/** What the answer itself gives as the reason. Bodies of anything in between, such as a proxy's page, are left out. */
function reasonIn(body: string): string | undefined {
  try {
    const { error } = errorAnswerSchema.parse(JSON.parse(body));
    return error.slice(0, MAX_REASON_LENGTH);
  } catch {
    return undefined;
  }
}
