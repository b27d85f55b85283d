import { PublicationTabProps } from '../publication/PublicationTab';
import { PublicationSummary } from '../card/PublicationSummary';

export function AccessTab({ publication }: PublicationTabProps) {
  return <PublicationSummary publication={publication} />;
}
