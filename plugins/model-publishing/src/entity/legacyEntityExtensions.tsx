import { ModelPublicationCard } from '../card/ModelPublicationCard';
import { QueryProvider } from '../api/QueryProvider';
import { ModelUsageCard, ModelUsageCardProps } from './ModelUsageCard';
import { PublishingContent } from './PublishingContent';

// In the old frontend system nothing wraps the extensions of a plugin, so that each brings the cache of answers along.

export function EntityModelPublicationCard() {
  return (
    <QueryProvider>
      <ModelPublicationCard />
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

export function EntityPublishingContent() {
  return (
    <QueryProvider>
      <PublishingContent />
    </QueryProvider>
  );
}
