import {
  PublishingGateway,
  PublishingOptions,
} from '@inference-portal/plugin-model-publishing-common';

/** A gateway that can do everything. */
export function aPublishingGateway(
  overrides: Partial<PublishingGateway> = {},
): PublishingGateway {
  return {
    name: 'models',
    isDefault: true,
    keyMode: 'gateway',
    hostnames: [
      {
        hostname: 'models.example.org',
        scheme: 'https',
        port: 443,
        isDefault: true,
        openaiWithoutKeys: false,
      },
    ],
    openai: true,
    limits: {
      requestsPerMinute: 'exact',
      requestsPerHour: 'exact',
      tokensPerHour: 'exact',
      burstLimit: 'exact',
    },
    ...overrides,
  };
}

/** What tenant-a may ask for when it publishes. */
export function somePublishingOptions(
  overrides: Partial<PublishingOptions> = {},
): PublishingOptions {
  return {
    gateways: [aPublishingGateway()],
    limits: {
      defaults: { requestsPerMinute: 100, burstLimit: 10 },
      maxima: { requestsPerMinute: 10_000 },
    },
    keys: {
      reveal: 'owners',
      grace: { default: '24h', maximum: '30d' },
      maxExpiry: null,
    },
    allowAnonymous: false,
    ...overrides,
  };
}
