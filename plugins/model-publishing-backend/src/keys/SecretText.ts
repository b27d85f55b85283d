import { inspect } from 'node:util';

const MASK = '[secret]';

/** A secret that does not print itself: not in logs, not in JSON, not in error messages. */
export class SecretText {
  readonly #value: string;

  constructor(value: string) {
    this.#value = value;
  }

  /** The secret itself. Each use is a place where it leaves our hands. */
  reveal(): string {
    return this.#value;
  }

  toString(): string {
    return MASK;
  }

  toJSON(): string {
    return MASK;
  }

  [inspect.custom](): string {
    return MASK;
  }
}
