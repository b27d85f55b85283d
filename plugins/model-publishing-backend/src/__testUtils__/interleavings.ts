import { setImmediate as settled } from 'node:timers/promises';

/** Lets the actors of a scenario go on one step at a time, in an order that is chosen from outside. */
export class Turns {
  readonly #waiting = new Map<string, () => void>();
  readonly #choices: number[];
  readonly #wrap: boolean;
  /** How many actors could have gone on, at each step. */
  readonly widths: number[] = [];

  /** @param options.wrap - a choice beyond the number of those who could go on counts from the first again */
  constructor(choices: number[], options: { wrap?: boolean } = {}) {
    this.#choices = choices;
    this.#wrap = options.wrap ?? false;
  }

  /** Waits until it is the actor's turn. */
  take(actor: string): Promise<void> {
    return new Promise(resolve => this.#waiting.set(actor, resolve));
  }

  /** Gives turns until nobody wants one any more. */
  async giveAll(): Promise<void> {
    for (;;) {
      await settled();
      const ready = [...this.#waiting.keys()].sort();
      const choice = this.#choices[this.widths.length] ?? 0;
      const actor = ready[this.#wrap ? choice % ready.length : choice];
      if (actor === undefined) {
        return;
      }
      this.widths.push(ready.length);
      const resume = this.#waiting.get(actor);
      this.#waiting.delete(actor);
      resume?.();
    }
  }
}

/**
 * Runs a scenario once for each order in which the steps of its actors can follow each other. The scenario must do the
 * same for the same choices.
 *
 * @returns the number of orders
 */
export async function everyInterleaving(
  scenario: (turns: Turns) => Promise<void>,
): Promise<number> {
  let choices: number[] | undefined = [];
  let runs = 0;
  while (choices) {
    const turns = new Turns(choices);
    await scenario(turns);
    runs++;
    choices = nextChoices(choices, turns.widths);
  }
  return runs;
}

/** The next leaf of the tree of choices, depth first; undefined after the last. */
function nextChoices(
  choices: number[],
  widths: number[],
): number[] | undefined {
  const made = widths.map((_, step) => choices[step] ?? 0);
  for (let step = widths.length - 1; step >= 0; step--) {
    const next = (made[step] ?? 0) + 1;
    if (next < (widths[step] ?? 0)) {
      return [...made.slice(0, step), next];
    }
  }
  return undefined;
}
