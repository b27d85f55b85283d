import { ModelPublicationCard } from '../card/ModelPublicationCard';

/** The tab "Publishing" of an entity that stands for a model. */
export function PublishingContent() {
  return <ModelPublicationCard />;
}
