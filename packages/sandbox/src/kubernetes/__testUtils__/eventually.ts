/** Polls until the expectation holds; the last failure is the test's. */
export async function eventually(
  expectation: () => void | Promise<void>,
): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      await expectation();
      return;
    } catch (error) {
      if (attempt === 250) {
        throw error;
      }
      await new Promise(resolve => setTimeout(resolve, 20));
    }
  }
}
