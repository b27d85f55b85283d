import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { MODEL_ANNOTATION } from '@inference-portal/plugin-model-publishing-common';
import { z } from 'zod';

/** Entities that stand for a model. A predicate, so that app-config can replace it. */
const standsForModel = {
  [`metadata.annotations.${MODEL_ANNOTATION}`]: { $exists: true },
};

export const publicationCard = EntityCardBlueprint.make({
  name: 'publication',
  params: {
    type: 'content',
    filter: standsForModel,
    loader: async () => {
      const { ModelPublicationCard } = await import(
        '../card/ModelPublicationCard'
      );
      return <ModelPublicationCard />;
    },
  },
});

export const usageCard = EntityCardBlueprint.makeWithOverrides({
  name: 'usage',
  configSchema: {
    days: z.number().int().min(1).max(90).default(7),
  },
  factory: (make, { config: { days } }) =>
    make({
      type: 'content',
      filter: standsForModel,
      loader: async () => {
        const { ModelUsageCard } = await import('../entity/ModelUsageCard');
        return <ModelUsageCard days={days} />;
      },
    }),
});

export const publishingContent = EntityContentBlueprint.make({
  name: 'publishing',
  params: {
    path: 'publishing',
    title: 'Publishing',
    filter: standsForModel,
    loader: async () => {
      const { PublishingContent } = await import('../entity/PublishingContent');
      return <PublishingContent />;
    },
  },
});
