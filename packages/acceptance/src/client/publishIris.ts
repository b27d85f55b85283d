import {
  PublicationConfig,
  Published,
} from '@inference-portal/plugin-model-publishing-common';
import { tenantA } from './callers';
import { PortalClient } from './PortalClient';

/** Limits that no test reaches by accident. */
export const WIDE_LIMITS = {
  requestsPerMinute: 10_000,
  requestsPerHour: 500_000,
  burstLimit: 1_000,
};

export interface PublishedIris extends Published {
  apiKey: string;
}

/** Publishes tenant-a's iris, or what is given instead, and hands over its key. */
export async function publishIris(
  config: Partial<PublicationConfig> = {},
  caller: PortalClient = tenantA,
): Promise<PublishedIris> {
  const published = await caller.publish('iris', {
    tenantId: 'tenant-a',
    rateLimiting: WIDE_LIMITS,
    ...config,
  });
  const { apiKey } = published;
  if (apiKey === null) {
    throw new Error('The answer to publish holds no key');
  }
  return { ...published, apiKey };
}

/** The header with a key. */
export const withKey = (apiKey: string) => ({ 'X-API-Key': apiKey });
