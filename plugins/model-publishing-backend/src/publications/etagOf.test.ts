import { aState } from '../__testUtils__/builders';
import { etagOf, matchesEtag } from './etagOf';

const { configuration } = aState();

describe('the ETag of a configuration', () => {
  it('does not depend on the order of fields, nor on unset ones', () => {
    const { rateLimiting, ...rest } = configuration;
    expect(
      etagOf({
        ...rest,
        rateLimiting: {
          burstLimit: rateLimiting.burstLimit,
          tokensPerHour: undefined,
          requestsPerMinute: rateLimiting.requestsPerMinute,
        },
      }),
    ).toBe(etagOf(configuration));
  });

  it('differs for every change', () => {
    const changes = [
      configuration,
      { ...configuration, externalPath: '/other' },
      { ...configuration, rateLimiting: {} },
      ...[1, 2].map(burstLimit => ({
        ...configuration,
        rateLimiting: { perTenant: { 'tenant-a': { burstLimit } } },
      })),
      { ...configuration, metadata: { a: 'b' } },
      { ...configuration, visibility: 'private' as const },
    ];
    expect(new Set(changes.map(etagOf)).size).toBe(changes.length);
  });

  it('is a strong ETag', () => {
    expect(etagOf(configuration)).toMatch(/^"[0-9a-f]{32}"$/);
  });
});

describe('If-Match', () => {
  it.each([
    [undefined, true],
    ['*', true],
    ['"a"', true],
    ['"b", "a"', true],
    ['"b"', false],
    ['W/"a"', false],
    ['', false],
  ])('%s lets a change of "a" go ahead: %s', (ifMatch, expected) => {
    expect(matchesEtag(ifMatch, '"a"')).toBe(expected);
  });
});
