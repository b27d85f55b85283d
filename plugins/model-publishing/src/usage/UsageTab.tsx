import { PublicationTabProps } from '../publication/PublicationTab';
import { PublicationSummary } from '../card/PublicationSummary';

export function UsageTab({ publication }: PublicationTabProps) {
  return <PublicationSummary publication={publication} />;
}
