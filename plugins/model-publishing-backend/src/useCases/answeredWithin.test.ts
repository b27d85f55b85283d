import { answeredWithin } from './answeredWithin';

describe('answeredWithin', () => {
  it('gives an answer that comes', async () => {
    await expect(answeredWithin(60_000, Promise.resolve(1))).resolves.toBe(1);
  });

  it('fails as what it waits for fails', async () => {
    const failed = Promise.reject(new Error('no such table'));
    await expect(answeredWithin(60_000, failed)).rejects.toThrow(
      'no such table',
    );
  });

  it('does not wait for ever, and minds no failure afterwards', async () => {
    let fail = (_: Error) => {};
    const never = new Promise<never>((_, reject) => {
      fail = reject;
    });
    await expect(answeredWithin(1, never)).rejects.toThrow(
      'There was no answer for 1 ms',
    );
    fail(new Error('too late'));
  });
});
