/** Runs a task for each item, `atOnce` of them at a time, in the order of the items. */
export async function inTurns<Item>(
  items: readonly Item[],
  atOnce: number,
  task: (item: Item) => Promise<unknown>,
): Promise<void> {
  const waiting = [...items];
  const worker = async () => {
    for (let item = waiting.shift(); item !== undefined; ) {
      await task(item);
      item = waiting.shift();
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}
