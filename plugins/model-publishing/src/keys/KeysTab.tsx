import { PublicationTabProps } from '../publication/PublicationTab';
import { PublicationSummary } from '../card/PublicationSummary';

export function KeysTab({ publication }: PublicationTabProps) {
  return <PublicationSummary publication={publication} />;
}
