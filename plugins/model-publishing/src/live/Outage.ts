import { ResponseError } from '@backstage/errors';
import { Query, QueryCache } from '@tanstack/react-query';

type AnyQuery = Query<unknown, unknown, unknown>;

/**
 * Knows whether something that is shown could not be asked for again, because nobody answered. Meanwhile what was read
 * before stays on the page, with everything that was typed into it: the failure of a look in the background is no reason
 * to take a form away.
 */
export class Outage {
  readonly queryCache = new QueryCache({
    onError: (error, query) => {
      if (isOutage(error) && query.state.data !== undefined) {
        query.setState({ status: 'success', error: null });
        this.#failing.add(query);
      }
      this.#update();
    },
    // Others may be answered meanwhile: not every question is for the same backend.
    onSuccess: (_, query) => {
      this.#failing.delete(query);
      this.#update();
    },
  });
  readonly #failing = new Set<AnyQuery>();
  readonly #listeners = new Set<() => void>();
  #isOn = false;

  readonly isOn = (): boolean => this.#isOn;

  /** @returns ends it */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  #update(): void {
    for (const query of this.#failing) {
      // Nobody sees it any more.
      if (!query.isActive()) {
        this.#failing.delete(query);
      }
    }
    const isOn = this.#failing.size > 0;
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
