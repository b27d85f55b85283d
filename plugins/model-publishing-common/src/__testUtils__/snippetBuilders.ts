import { SnippetSource } from '../snippets/SnippetRequest';

/** A traditional model with a key. */
export function aSource(overrides: Partial<SnippetSource> = {}): SnippetSource {
  return {
    externalUrl: 'https://models.example.org/models/iris',
    requireApiKey: true,
    ...overrides,
  };
}

/** An OpenAI-compatible model with a key, at a port of its own. */
export function aChatSource(
  overrides: Partial<SnippetSource> = {},
): SnippetSource {
  return aSource({
    externalUrl: 'https://models.example.org:8443/v1/models/team/chat',
    openai: {
      baseUrl: 'https://models.example.org:8443/v1',
      model: 'team/chat',
    },
    ...overrides,
  });
}
