import { ListedPublication } from '@inference-portal/plugin-model-publishing-common';
import { quoteForShell } from './quoteForShell';

/** What a snippet needs to know of a publication. */
export type SnippetSource = Pick<
  ListedPublication,
  'modelType' | 'externalUrl' | 'externalPath'
>;

/** In the place of a key that is not known; the shell puts in the variable's value. */
const KEY_FROM_ENVIRONMENT = '"X-API-Key: $API_KEY"';

/** One measurement of the iris data set, the input of KServe's first example. */
const EXAMPLE_INSTANCES = '{"instances": [[5.1, 3.5, 1.4, 0.2]]}';

/**
 * A command line that asks a published model once.
 *
 * @param apiKey - when absent, the key is read from the variable API_KEY
 */
export function curlSnippet(source: SnippetSource, apiKey?: string): string {
  const { url, body } = exampleRequest(source);
  const keyHeader =
    apiKey === undefined
      ? KEY_FROM_ENVIRONMENT
      : quoteForShell(`X-API-Key: ${apiKey}`);
  return [
    `curl -X POST ${quoteForShell(url)}`,
    `-H ${keyHeader}`,
    `-H ${quoteForShell('Content-Type: application/json')}`,
    `-d ${quoteForShell(body)}`,
  ].join(' ');
}

function exampleRequest({
  modelType,
  externalUrl,
  externalPath,
}: SnippetSource): { url: string; body: string } {
  switch (modelType) {
    case 'traditional':
      return { url: `${externalUrl}/predict`, body: EXAMPLE_INSTANCES };
    case 'openai':
      return {
        url: new URL('/v1/chat/completions', externalUrl).href,
        body: JSON.stringify({
          model: externalPath.replace(/^\/v1\/models\//, ''),
          messages: [{ role: 'user', content: 'Hello' }],
        }),
      };
    default:
      return modelType satisfies never;
  }
}
