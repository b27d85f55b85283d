import {
  OpenaiEndpoint,
  TestEndpoint,
} from '@inference-portal/plugin-model-publishing-common';
import { SnippetSource } from '../snippets/curlSnippet';
import { quoteForShell } from '../snippets/quoteForShell';

/** In what a request can be written. */
export type SnippetLanguage = 'curl';

export function snippetLanguagesOf(_source: SnippetSource): SnippetLanguage[] {
  return ['curl'];
}

export interface SnippetRequest {
  source: SnippetSource;
  endpoint: TestEndpoint;
  body?: Record<string, unknown>;
}

/** A request in a language; the key is read from the variable API_KEY. */
export function snippetOf(
  language: SnippetLanguage,
  { source, endpoint, body }: SnippetRequest,
): string {
  switch (language) {
    case 'curl':
      return [
        `curl ${quoteForShell(urlOf(source, endpoint))}`,
        ...(source.requireApiKey ? ['-H "X-API-Key: $API_KEY"'] : []),
        ...(body
          ? [
              '-H "Content-Type: application/json"',
              `-d ${quoteForShell(JSON.stringify(withModel(source, body)))}`,
            ]
          : []),
      ].join(' \\\n  ');
    default:
      throw new Error(`Unexpected language ${language satisfies never}`);
  }
}

function urlOf(
  { externalUrl, openai }: SnippetSource,
  endpoint: TestEndpoint,
): string {
  if (endpoint === 'metadata' || endpoint === 'model') {
    return externalUrl;
  }
  return `${openai?.baseUrl ?? externalUrl}/${endpoint}`;
}

function withModel(
  { openai }: { openai?: OpenaiEndpoint },
  body: Record<string, unknown>,
) {
  return openai ? { model: openai.model, ...body } : body;
}
