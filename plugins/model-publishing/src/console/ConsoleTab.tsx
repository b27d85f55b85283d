import { PublicationTabProps } from '../publication/PublicationTab';
import { PublicationSummary } from '../card/PublicationSummary';

export function ConsoleTab({ publication }: PublicationTabProps) {
  return <PublicationSummary publication={publication} />;
}
