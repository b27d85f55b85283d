import {
  ListedPublication,
  OpenaiEndpoint,
} from '@inference-portal/plugin-model-publishing-common';
import { quoteForShell } from './quoteForShell';

/** What a snippet needs to know of a publication. */
export type SnippetSource = Pick<
  ListedPublication,
  'externalUrl' | 'openai' | 'requireApiKey'
>;

/** One measurement of the iris data set, the input of KServe's first example. */
const EXAMPLE_INSTANCES = '{"instances": [[5.1, 3.5, 1.4, 0.2]]}';

/**
 * A command line that asks a published model once. Public models are asked without a key.
 *
 * @param apiKey - when absent, the key is read from a variable: API_KEY, or for OpenAI-compatible models
 * OPENAI_API_KEY, which the clients of that protocol read too
 */
export function curlSnippet(source: SnippetSource, apiKey?: string): string {
  return source.openai
    ? chatSnippet(source.openai, source.requireApiKey, apiKey)
    : predictSnippet(source, apiKey);
}

function predictSnippet(
  { externalUrl, requireApiKey }: SnippetSource,
  apiKey: string | undefined,
): string {
  const key =
    apiKey === undefined
      ? '"X-API-Key: $API_KEY"'
      : quoteForShell(`X-API-Key: ${apiKey}`);
  return curlLine(
    `${externalUrl}/predict`,
    requireApiKey ? [key] : [],
    EXAMPLE_INSTANCES,
  );
}

/** The key is set on a line of its own: who repeats the call, or starts another client, needs it again. */
function chatSnippet(
  { baseUrl, model }: OpenaiEndpoint,
  requireApiKey: boolean,
  apiKey: string | undefined,
): string {
  const request = { model, messages: [{ role: 'user', content: 'Hello' }] };
  const line = curlLine(
    `${baseUrl}/chat/completions`,
    requireApiKey ? ['"Authorization: Bearer $OPENAI_API_KEY"'] : [],
    JSON.stringify(request),
  );
  return requireApiKey && apiKey !== undefined
    ? `export OPENAI_API_KEY=${quoteForShell(apiKey)}\n${line}`
    : line;
}

/** @param headers - as words of the shell */
function curlLine(url: string, headers: string[], body: string): string {
  return [
    `curl -X POST ${quoteForShell(url)}`,
    ...[...headers, quoteForShell('Content-Type: application/json')].map(
      header => `-H ${header}`,
    ),
    `-d ${quoteForShell(body)}`,
  ].join(' ');
}
