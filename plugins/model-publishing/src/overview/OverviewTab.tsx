import { PublicationTabProps } from '../publication/PublicationTab';
import { PublicationSummary } from '../card/PublicationSummary';

export function OverviewTab({ publication }: PublicationTabProps) {
  return <PublicationSummary publication={publication} />;
}
