import { PublicationTabProps } from '../publication/PublicationTab';
import { PublicationSummary } from '../card/PublicationSummary';

export function ManifestsTab({ publication }: PublicationTabProps) {
  return <PublicationSummary publication={publication} />;
}
