/**
 * Tokens that are used up in this hour, by a search: counters outlive publications. Each answer on the way costs some
 * too.
 *
 * @param isRefusedAt - whether a request is refused with such a limit
 */
export async function tokensUsed(
  isRefusedAt: (tokensPerHour: number) => Promise<boolean>,
  { perAnswer }: { perAnswer: number },
): Promise<number> {
  let least = 0;
  let most = 1;
  while (await isRefusedAt(most)) {
    least = most;
    most *= 4;
  }
  least += perAnswer;
  most += perAnswer;
  while (most - least > 1) {
    const middle = Math.floor((least + most) / 2);
    if (await isRefusedAt(middle)) {
      least = middle;
    } else {
      least += perAnswer;
      most = middle + perAnswer;
    }
  }
  return least;
}
