import { InputError } from '@backstage/errors';
import { parseDuration } from './parseDuration';
import { parseSelector } from './parseSelector';
import { Selector } from './Selector';

const decimal = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
const rfc3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/;

/** The parameters of a query as Prometheus takes them; each of its methods throws InputError for a wrong one. */
export class QueryParameters {
  constructor(private readonly parameters: URLSearchParams) {}

  selector(): Selector {
    try {
      return parseSelector(this.#text('query'));
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      throw new InputError(`invalid parameter "query": ${message}`);
    }
  }

  /** Given as seconds or by RFC 3339; in Unix milliseconds. */
  time(name: string): number {
    const text = this.#text(name);
    const time = decimal.test(text)
      ? Math.round(Number(text) * 1000)
      : Date.parse(rfc3339.test(text) ? text : '');
    if (!Number.isFinite(time)) {
      throw new InputError(
        `invalid parameter "${name}": cannot parse "${text}" to a valid timestamp`,
      );
    }
    return time;
  }

  timeOr(name: string, otherwise: number): number {
    return this.#text(name) === '' ? otherwise : this.time(name);
  }

  /** Given as seconds or as a duration; in milliseconds. */
  step(): number {
    const text = this.#text('step');
    const milliseconds = decimal.test(text)
      ? Math.round(Number(text) * 1000)
      : parseDuration(text);
    if (milliseconds === undefined) {
      throw new InputError(
        `invalid parameter "step": cannot parse "${text}" to a valid duration`,
      );
    }
    if (milliseconds <= 0) {
      throw new InputError(
        'invalid parameter "step": zero or negative query resolution step widths are not accepted. Try a positive integer',
      );
    }
    return milliseconds;
  }

  #text(name: string): string {
    return this.parameters.get(name) ?? '';
  }
}
