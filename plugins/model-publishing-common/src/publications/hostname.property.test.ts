import fc from 'fast-check';
import { hostnameSchema } from './hostname';

const nearlyHostnames = fc.oneof(
  fc.domain(),
  fc.ipV4(),
  fc.ipV6(),
  fc
    .array(
      fc.oneof(
        fc.constantFrom('.', '-', '*', '*.', '_', ':', '80', 'A', 'ü', '..'),
        fc.stringMatching(/^[a-z0-9-]{1,70}$/),
      ),
      { maxLength: 6 },
    )
    .map(parts => parts.join('')),
  fc.string({ unit: 'grapheme', maxLength: 20 }),
);

describe('any text', () => {
  it('that is taken for a hostname is one of a route, and no address or wildcard', () => {
    fc.assert(
      fc.property(nearlyHostnames, text => {
        fc.pre(hostnameSchema.safeParse(text).success);
        expect(text.length).toBeLessThanOrEqual(253);
        expect(text).toMatch(
          /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/,
        );
        text
          .split('.')
          .forEach(label => expect(label.length).toBeLessThanOrEqual(63));
        expect(/^\d+(\.\d+){3}$/.test(text)).toBe(false);
      }),
      { numRuns: 5_000 },
    );
  });

  it('that is a usual domain in lower case is taken', () => {
    fc.assert(
      fc.property(fc.domain(), domain => {
        expect(hostnameSchema.safeParse(domain.toLowerCase()).success).toBe(
          true,
        );
      }),
    );
  });
});
