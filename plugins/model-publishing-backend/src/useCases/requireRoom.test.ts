import { aGateway, aState } from '../__testUtils__/builders';
import { requireRoom } from './requireRoom';

const MOST = 1_000_000;

const runtimeOf = (size: number | undefined) => ({
  gateway: aGateway({ extensionMessageSize: MOST }),
  states: { list: () => [] },
  messageSize: () => size,
});

describe('requireRoom', () => {
  it.each([
    ['where there is no AI Gateway', undefined, 'added'],
    ['as long as there is room', 0.84 * MOST, 'added'],
    ['for a replacement, when there is none for more', 0.94 * MOST, 'replaced'],
  ] as const)('agrees %s', (_, size, use) => {
    expect(() => requireRoom(runtimeOf(size), aState(), use)).not.toThrow();
  });

  it.each([
    ['more', 0.86 * MOST, 'added'],
    ['a replacement', 0.96 * MOST, 'replaced'],
  ] as const)('refuses %s when there is no room for it', (_, size, use) => {
    expect(() => requireRoom(runtimeOf(size), aState(), use)).toThrow(
      /Gateway "models" has no room for this/,
    );
  });
});
