import { ResponseError } from '@backstage/errors';
import { QueryCache } from '@tanstack/react-query';

/**
 * Knows whether the backend is away. Meanwhile what was read before stays on the page, with everything that was typed
 * into it: the failure of a look in the background is no reason to take a form away.
 */
export class Outage {
  readonly queryCache = new QueryCache({
    onError: (error, query) => {
      if (isOutage(error) && query.state.data !== undefined) {
        query.setState({ status: 'success', error: null });
        this.#change(true);
      }
    },
    onSuccess: () => this.#change(false),
  });
  readonly #listeners = new Set<() => void>();
  #isOn = false;

  readonly isOn = (): boolean => this.#isOn;

  /** @returns ends it */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  #change(isOn: boolean): void {
    if (this.#isOn !== isOn) {
      this.#isOn = isOn;
      this.#listeners.forEach(listener => listener());
    }
  }
}

/** Whether nothing was answered. An answer, such as that this is not for the user any more, has to be shown. */
function isOutage(error: Error): boolean {
  return ResponseError.is(error)
    ? error.statusCode >= 500
    : error instanceof TypeError;
}
