import { PublicationTabProps } from '../publication/PublicationTab';
import { PublicationSummary } from '../card/PublicationSummary';

export function ActivityTab({ publication }: PublicationTabProps) {
  return <PublicationSummary publication={publication} />;
}
