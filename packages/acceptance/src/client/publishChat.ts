import {
  PublicationConfig,
  Published,
} from '@inference-portal/plugin-model-publishing-common';
import { tenantA } from './callers';
import { callGateway, GatewayAnswer } from './gateway';
import { PortalClient } from './PortalClient';
import { WIDE_LIMITS } from './publishIris';

export interface PublishedChat extends Published {
  apiKey: string;
  openai: NonNullable<Published['openai']>;
}

/** Publishes tenant-a's OpenAI-compatible model chat, or what is given instead, and hands over its key. */
export async function publishChat(
  config: Partial<PublicationConfig> = {},
  {
    model = 'chat',
    caller = tenantA,
  }: { model?: string; caller?: PortalClient } = {},
): Promise<PublishedChat> {
  const published = await caller.publish(model, {
    tenantId: 'tenant-a',
    rateLimiting: WIDE_LIMITS,
    ...config,
  });
  const { apiKey, openai } = published;
  if (apiKey === null || openai === undefined) {
    throw new Error('The answer to publish holds no key or no OpenAI endpoint');
  }
  return { ...published, apiKey, openai };
}

/** What is asked in these tests: 3 tokens, to which the models of the targets answer with 5. */
export const QUESTION = [{ role: 'user', content: 'how are you' }];

/** One chat completion at a published model. */
export function chat(
  publication: { publicHostname: string; openai: { model: string } },
  headers: Record<string, string>,
  body: Record<string, unknown> = {},
): Promise<GatewayAnswer> {
  return callGateway('/v1/chat/completions', {
    method: 'POST',
    host: publication.publicHostname,
    headers,
    body: { model: publication.openai.model, messages: QUESTION, ...body },
  });
}
