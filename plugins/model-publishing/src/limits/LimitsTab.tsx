import { PublicationTabProps } from '../publication/PublicationTab';
import { PublicationSummary } from '../card/PublicationSummary';

export function LimitsTab({ publication }: PublicationTabProps) {
  return <PublicationSummary publication={publication} />;
}
