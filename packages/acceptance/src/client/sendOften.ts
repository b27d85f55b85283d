import { predict } from './gateway';
import { PublishedIris, withKey } from './publishIris';

const CONCURRENCY = 10;

/** Sends so many requests, some at the same time, all of which must be answered with 200. */
export async function sendOften<Answer extends { status: number }>(
  times: number,
  send: () => Promise<Answer>,
): Promise<Answer[]> {
  const answers: Answer[] = [];
  let left = times;
  const worker = async () => {
    while (left > 0) {
      left -= 1;
      answers.push(await send());
    }
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, worker));
  expect(answers.map(({ status }) => status)).toEqual(
    Array.from({ length: times }, () => 200),
  );
  return answers;
}

/** The same for predictions of iris. */
export const predictOften = (
  iris: PublishedIris,
  times: number,
  key = iris.apiKey,
) => sendOften(times, () => predict(iris, withKey(key)));
