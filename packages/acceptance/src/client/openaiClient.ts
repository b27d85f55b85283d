import OpenAI from 'openai';
import { fetchFromGateway } from './fetchFromGateway';
import { PublishedChat } from './publishChat';
import { target } from './target';

export { OpenAI };

/**
 * The official client, set up with what publishing answered. Its repetitions of failed requests are off, so that tests see
 * each answer.
 */
export function openaiClient(
  { publicHostname, openai, apiKey }: PublishedChat,
  { key = apiKey }: { key?: string } = {},
): OpenAI {
  const { pathname } = new URL(openai.baseUrl);
  return new OpenAI({
    // The hostname need not lead to the gateway from here.
    baseURL: target.gatewayUrl + pathname,
    apiKey: key,
    fetch: fetchFromGateway(publicHostname),
    maxRetries: 0,
  });
}
