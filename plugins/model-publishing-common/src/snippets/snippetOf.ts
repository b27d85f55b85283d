import { curlSnippet } from './curlSnippet';
import { goSnippet } from './goSnippet';
import { isRefusedByFetch } from './isRefusedByFetch';
import { javascriptOpenaiSnippet } from './javascriptOpenaiSnippet';
import { javascriptSnippet } from './javascriptSnippet';
import { pythonOpenaiSnippet } from './pythonOpenaiSnippet';
import { pythonRequestsSnippet } from './pythonRequestsSnippet';
import { SnippetRequest, SnippetSource } from './SnippetRequest';

const SNIPPETS = {
  curl: request => curlSnippet(request),
  'python-requests': pythonRequestsSnippet,
  'python-openai': pythonOpenaiSnippet,
  javascript: javascriptSnippet,
  'javascript-openai': javascriptOpenaiSnippet,
  go: goSnippet,
} satisfies Record<string, (request: SnippetRequest) => string>;

/** A language, with the library that the snippet uses. */
export type SnippetLanguage = keyof typeof SNIPPETS;

/** All languages, in the order in which they are offered. */
export const SNIPPET_LANGUAGES: SnippetLanguage[] = [
  'curl',
  'python-requests',
  'python-openai',
  'javascript',
  'javascript-openai',
  'go',
];

/** The languages in which a publication can be called. */
export function snippetLanguagesOf({
  openai,
}: SnippetSource): SnippetLanguage[] {
  // OpenAI's JavaScript client uses `fetch`.
  const without: SnippetLanguage[] = [
    ...(openai ? [] : (['python-openai', 'javascript-openai'] as const)),
    ...(openai && isRefusedByFetch(openai.baseUrl)
      ? (['javascript-openai'] as const)
      : []),
  ];
  return SNIPPET_LANGUAGES.filter(language => !without.includes(language));
}

/**
 * A program that makes one call and prints the answer. It fails when the model refuses; curl prints why and does not.
 * The key is never in it: it comes from an environment variable, see `keyVariableOf`.
 *
 * @throws InputError when the language is none of `snippetLanguagesOf`
 */
export function snippetOf(
  language: SnippetLanguage,
  request: SnippetRequest,
): string {
  return SNIPPETS[language](request);
}
