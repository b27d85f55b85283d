import { mockServices } from '@backstage/backend-test-utils';
import { ModelType } from '@inference-portal/plugin-model-publishing-common';
import { aMemberOf } from '../__testUtils__/aPortal';
import { aGateway, aState } from '../__testUtils__/builders';
import { FakeUsageStore } from '../__testUtils__/FakeUsageStore';
import { lastUses } from './lastUses';

describe('lastUses', () => {
  it.each<[string, ModelType, boolean, boolean, number | undefined]>([
    ['counts of tokens by keys', 'openai', true, false, 0],
    ['no counts by keys', 'openai', false, false, undefined],
    ['a traditional model', 'traditional', true, false, undefined],
    ['an access log that has seen a key', 'traditional', false, true, 1],
  ])(
    'tells never from not known: %s',
    async (_, modelType, clientIdMetrics, isUsed, expected) => {
      const { configuration } = aState();
      const state = aState({ configuration: { ...configuration, modelType } });
      const usage = new FakeUsageStore();
      if (isUsed) {
        usage.keys.set(state.uid, new Map([['keyid', new Date()]]));
      }
      const capabilities = { globalRateLimit: true, clientIdMetrics };
      const uses = await lastUses(
        {
          usage,
          usageSource: { has: () => true },
          logger: mockServices.logger.mock(),
        },
        aMemberOf('a'),
        { runtime: { gateway: aGateway({ capabilities }) }, state },
      );
      expect(uses?.size).toBe(expected);
    },
  );
});
