import fc from 'fast-check';
import { externalPathSchema, traditionalPathProblems } from './externalPath';

/** Text that is often nearly a path, and sometimes one. */
const nearlyPaths = fc
  .array(
    fc.oneof(
      fc.constantFrom('/', '//', '/.', '/..', '/v1', '/predict', '%2f', '%2F'),
      fc.constantFrom(
        'a',
        'Z',
        '9',
        '-',
        '_',
        '~',
        '.',
        '?',
        '#',
        ';',
        '\\',
        ' ',
      ),
      fc.string({ unit: 'grapheme', maxLength: 3 }),
      fc.stringMatching(/^\/[a-z0-9._~-]{1,8}$/),
    ),
    { maxLength: 8 },
  )
  .map(parts => parts.join(''));

/** What Gateway API 1.5 asks of an Exact path (CRD of HTTPRoute, `HTTPPathMatch.value`). */
function isRoutePath(path: string): boolean {
  return (
    path.startsWith('/') &&
    !['//', '/./', '/../', '%2f', '%2F', '#'].some(part =>
      path.includes(part),
    ) &&
    !['/.', '/..'].some(end => path.endsWith(end)) &&
    path.length <= 1024 &&
    /^(?:[-A-Za-z0-9/._~!$&'()*+,;=:@]|%[0-9a-fA-F]{2})+$/.test(path)
  );
}

describe('any text', () => {
  it('that is taken for an external path is a path of a route, as it is', () => {
    fc.assert(
      fc.property(nearlyPaths, text => {
        fc.pre(externalPathSchema.safeParse(text).success);
        expect(isRoutePath(text)).toBe(true);
        // No client, proxy or gateway has another spelling of it: it normalises to itself.
        const url = new URL(text, 'http://host');
        expect([url.pathname, url.search, url.hash]).toEqual([text, '', '']);
        expect(decodeURIComponent(text)).toBe(text);
        expect(text.toLowerCase()).toBe(text);
      }),
      { numRuns: 5_000 },
    );
  });

  it('that is taken for two paths is one path, or has no address in common', () => {
    const suffixes = ['', '/predict', '/explain', '/infer'];
    const addressesOf = (path: string) => suffixes.map(end => path + end);
    const paths = fc
      .array(fc.stringMatching(/^[a-z0-9._~-]{1,3}$/), {
        minLength: 1,
        maxLength: 3,
      })
      .map(segments => `/${segments.join('/')}`);
    const related = fc.oneof(
      fc.tuple(paths, paths),
      fc
        .tuple(paths, fc.constantFrom(...suffixes, '/', '.', '/x'))
        .map(([path, end]): [string, string] => [path, path + end]),
    );
    fc.assert(
      fc.property(related, ([one, other]) => {
        fc.pre(
          [one, other].every(
            path =>
              externalPathSchema.safeParse(path).success &&
              traditionalPathProblems(path).length === 0,
          ),
        );
        const shared = addressesOf(one).filter(address =>
          addressesOf(other).includes(address),
        );
        expect(shared.length > 0).toBe(one === other);
      }),
      { numRuns: 5_000 },
    );
  });
});
