import {
  ModelPublicationCard,
  ModelPublicationCardProps,
} from '../card/ModelPublicationCard';
import { QueryProvider } from '../api/QueryProvider';
import { ModelUsageCard, ModelUsageCardProps } from './ModelUsageCard';
import { PublishingContent, PublishingContentProps } from './PublishingContent';

// In the old frontend system nothing wraps the extensions of a plugin, so that each brings the cache of answers along.

export function EntityModelPublicationCard(props: ModelPublicationCardProps) {
  return (
    <QueryProvider>
      <ModelPublicationCard {...props} />
    </QueryProvider>
  );
}

export function EntityModelUsageCard(props: ModelUsageCardProps) {
  return (
    <QueryProvider>
      <ModelUsageCard {...props} />
    </QueryProvider>
  );
}

export function EntityPublishingContent(props: PublishingContentProps) {
  return (
    <QueryProvider>
      <PublishingContent {...props} />
    </QueryProvider>
  );
}
