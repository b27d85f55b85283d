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

/** How far back usage is shown, in UTC days. */
const days = z.number().int().min(1).max(90).default(7);
const title = z.string().optional();

export const publicationCard = EntityCardBlueprint.makeWithOverrides({
  name: 'publication',
  configSchema: { title },
  factory: (make, { config }) =>
    make({
      type: 'content',
      filter: standsForModel,
      loader: async () => {
        const { ModelPublicationCard } = await import(
          '../card/ModelPublicationCard'
        );
        return <ModelPublicationCard title={config.title} />;
      },
    }),
});

export const usageCard = EntityCardBlueprint.makeWithOverrides({
  name: 'usage',
  configSchema: { days, title },
  factory: (make, { config }) =>
    make({
      type: 'content',
      filter: standsForModel,
      loader: async () => {
        const { ModelUsageCard } = await import('../entity/ModelUsageCard');
        return <ModelUsageCard days={config.days} title={config.title} />;
      },
    }),
});

export const publishingContent = EntityContentBlueprint.makeWithOverrides({
  name: 'publishing',
  configSchema: { days },
  factory: (make, { config }) =>
    make({
      path: 'publishing',
      title: 'Publishing',
      filter: standsForModel,
      loader: async () => {
        const { PublishingContent } = await import(
          '../entity/PublishingContent'
        );
        return <PublishingContent days={config.days} />;
      },
    }),
});
