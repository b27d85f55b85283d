import { eventually } from './eventually';
import { GatewayAnswer } from './gateway';

/** What the gateway itself says must stay below the other limits, so that its header speaks of the tokens. */
const STEP = 900;

interface LimitedModel {
  limitTo(tokensPerHour: number): Promise<unknown>;
  /** One answer, which takes `perAnswer` tokens. */
  ask(): Promise<GatewayAnswer>;
  perAnswer: number;
}

/**
 * Limits tokens so that about this many answers are left in this hour, and says how many: counters outlive publications,
 * and the answers on the way there take tokens too. A limit is in force when the gateway's own headers name it.
 *
 * @returns answers that are left, the one that reaches the limit included
 */
export async function leaveAnswers(
  about: number,
  model: LimitedModel,
): Promise<number> {
  let limit = STEP;
  let left = await tokensLeft(limit, model);
  while (left === 0) {
    limit += STEP;
    left = await tokensLeft(limit, model);
  }
  const used = limit - left;
  // Some answers are taken while the gateway learns of the limit.
  for (let spare = 1; ; spare *= 2) {
    left = await tokensLeft(
      used + (about + spare) * model.perAnswer - 1,
      model,
    );
    if (left > 0) {
      return Math.ceil(left / model.perAnswer);
    }
  }
}

/** Puts a limit into force; what is left of it then. */
async function tokensLeft(
  limit: number,
  { limitTo, ask, perAnswer }: LimitedModel,
): Promise<number> {
  await limitTo(limit);
  return eventually(async () => {
    const { status, headers } = await ask();
    expect([200, 429]).toContain(status);
    expect(headers['x-ratelimit-limit']).toMatch(new RegExp(`^${limit}, .*;`));
    const remaining = Number(
      String(headers['x-ratelimit-remaining']).split(',')[0],
    );
    // The header was made before this answer was counted.
    return status === 200 ? Math.max(0, remaining - perAnswer) : 0;
  });
}
