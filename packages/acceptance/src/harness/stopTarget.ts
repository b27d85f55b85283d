import './startTarget';

/** Jest's global tear-down. */
export default async function stopTarget(): Promise<void> {
  await globalThis.acceptanceTarget?.stop();
}
