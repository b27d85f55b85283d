import { aChatSource, aSource } from '../__testUtils__/snippetBuilders';
import {
  OPENAI_ENDPOINTS,
  SnippetEndpoint,
  TRADITIONAL_ENDPOINTS,
} from './SnippetRequest';
import { keyVariableOf } from './snippetCall';
import { SNIPPET_LANGUAGES, snippetLanguagesOf, snippetOf } from './snippetOf';

const BASE = 'https://models.example.org:8443/v1';
const IRIS = 'https://models.example.org/models/iris';
const URLS: Record<SnippetEndpoint, string> = {
  predict: `${IRIS}/predict`,
  explain: `${IRIS}/explain`,
  infer: `${IRIS}/infer`,
  metadata: IRIS,
  'chat/completions': `${BASE}/chat/completions`,
  completions: `${BASE}/completions`,
  embeddings: `${BASE}/embeddings`,
  responses: `${BASE}/responses`,
  model: `${BASE}/models/team/chat`,
};
const CASES = [
  ...TRADITIONAL_ENDPOINTS.map(endpoint => ({ source: aSource(), endpoint })),
  ...OPENAI_ENDPOINTS.map(endpoint => ({ source: aChatSource(), endpoint })),
];

describe('snippetLanguagesOf', () => {
  it.each([
    [
      'a traditional model',
      aSource(),
      ['curl', 'python-requests', 'javascript', 'go'],
    ],
    ['an OpenAI-compatible model', aChatSource(), SNIPPET_LANGUAGES],
    [
      'a port that fetch refuses, and so the client that uses it',
      aChatSource({
        openai: { baseUrl: 'http://localhost:10080/v1', model: 'chat' },
      }),
      SNIPPET_LANGUAGES.filter(language => language !== 'javascript-openai'),
    ],
  ])('has those of %s', (_, source, languages) => {
    expect(snippetLanguagesOf(source)).toEqual(languages);
  });
});

describe('snippetOf', () => {
  it.each(CASES)('asks $endpoint in each language', ({ source, endpoint }) => {
    for (const language of snippetLanguagesOf(source)) {
      const snippet = snippetOf(language, { source, endpoint });
      const isClient = language.endsWith('-openai');
      expect(snippet).toContain(isClient ? BASE : URLS[endpoint]);
      expect(snippet).toContain(keyVariableOf(source));
      expect(snippet.includes('Content-Type')).toBe(
        !isClient &&
          language !== 'python-requests' &&
          !['metadata', 'model'].includes(endpoint),
      );
    }
  });

  it.each(SNIPPET_LANGUAGES)(
    'sends no key to a public model by %s',
    language => {
      const source = aChatSource({ requireApiKey: false });
      expect(snippetOf(language, { source })).not.toMatch(
        /_API_KEY|Authorization|X-API-Key|environ|process\.env|Getenv/,
      );
    },
  );

  it.each([
    ['option', { stream: true }],
    ['body', { body: { model: 'm', messages: [], stream: true } }],
  ])('streams where its %s says so', (_, request) => {
    for (const language of SNIPPET_LANGUAGES) {
      const source = aChatSource();
      const streaming = snippetOf(language, { source, ...request });
      expect(streaming).toMatch(/stream"?[:=] ?(true|True)/);
      expect(
        snippetOf(language, { source, ...request, stream: false }),
      ).not.toMatch(/stream/i);
    }
  });

  it('does without fetch where it refuses the port', () => {
    const source = aSource({
      externalUrl: 'http://localhost:10080/models/iris',
    });
    const snippet = snippetOf('javascript', { source });
    expect(snippet).toContain('from "node:http"');
    expect(snippet).not.toContain('await fetch');
  });

  it.each(['python-openai', 'javascript-openai'] as const)(
    'has no %s for a traditional model',
    language => {
      expect(() => snippetOf(language, { source: aSource() })).toThrow(
        'Only OpenAI-compatible models',
      );
    },
  );
});
