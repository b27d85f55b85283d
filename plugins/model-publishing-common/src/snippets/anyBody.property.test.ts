import fc from 'fast-check';
import { aChatSource, aSource } from '../__testUtils__/snippetBuilders';
import {
  bodiesByPython,
  bodiesByShell,
  bodyByFetch,
  hasPython,
} from '../__testUtils__/sentBodies';
import { goSnippet } from './goSnippet';
import { JAVASCRIPT_SYNTAX, JSON_SYNTAX, literal } from './literal';
import { SnippetBody } from './SnippetRequest';
import { snippetOf } from './snippetOf';

const nasty = fc.constantFrom(
  `it's "quoted"`,
  'two\nlines\r\n\tand a tab',
  '$HOME ${x} $(id) `id` !!',
  'back\\slash \\n \\u0041 \\',
  '\'\'\' """ */ // # %s',
  '\u2028\u2029\ufeff\u202e\u0085\u0000',
  'Grüße, 你好 🎉',
  '\ud800',
  '__proto__',
);
const text = fc.oneof(nasty, fc.string({ unit: 'binary' }));
const value = fc.letrec(tie => ({
  value: fc.oneof(
    { maxDepth: 3 },
    text,
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.array(fc.tuple(text, tie('value')), { maxLength: 4 }).map(toBody),
  ),
})).value;
/** Nothing that clients have parameters for, except what they want at least. */
const bodies = fc
  .array(fc.tuple(text, value), { maxLength: 4 })
  .map(entries => toBody([['messages', []], ['model', 'm'], ...entries]));

/** Own members only, whatever they are called. */
function toBody(entries: Array<[string, unknown]>): SnippetBody {
  return JSON.parse(
    `{${entries
      .map(([name, member]) =>
        [JSON.stringify(name), JSON.stringify(member)].join(':'),
      )
      .join()}}`,
  );
}

const sameAs = (expected: unknown) => ({
  asymmetricMatch: (actual: unknown) =>
    canonical(actual) === canonical(expected),
});

/** As text, with members in one order. */
function canonical(json: unknown): string {
  return JSON.stringify(json, (_, member) =>
    member && typeof member === 'object' && !Array.isArray(member)
      ? Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1))
      : member,
  );
}

describe('a snippet with any body', () => {
  const source = aSource();
  const chat = aChatSource();
  const many = fc.sample(bodies, 300);
  const expected = many.map(sameAs);

  it('sends it by curl', () => {
    const commands = many.map(body => snippetOf('curl', { source, body }));
    expect(bodiesByShell(commands)).toEqual(expected);
  });

  if (hasPython) {
    it.each(['python-requests', 'python-openai'] as const)(
      'sends it by %s',
      language => {
        const programs = many.map(body =>
          snippetOf(language, { source: chat, body }),
        );
        expect(bodiesByPython(programs)).toEqual(expected);
      },
    );
  }

  it('sends it by fetch', async () => {
    await fc.assert(
      fc.asyncProperty(bodies, async body => {
        const module = snippetOf('javascript', { source, body });
        expect(await bodyByFetch(module)).toEqual(sameAs(body));
      }),
    );
  });

  it('holds it in a raw string of Go', () => {
    fc.assert(
      fc.property(bodies, body => {
        const [, raw = '', rest = ''] = goSnippet({ source, body }).split('`');
        expect(JSON.parse(raw)).toEqual(sameAs(body));
        expect(raw).not.toContain('\r');
        expect(rest).toContain('http.NewRequest');
      }),
    );
  });

  it('shows every character of it', () => {
    fc.assert(
      fc.property(bodies, body => {
        for (const syntax of [JSON_SYNTAX, JAVASCRIPT_SYNTAX]) {
          expect(literal(body, syntax).replaceAll('\n', '')).not.toMatch(
            /(?![\u{10000}-\u{10ffff}])[\p{C}\p{Zl}\p{Zp}]/u,
          );
        }
      }),
    );
  });
});
