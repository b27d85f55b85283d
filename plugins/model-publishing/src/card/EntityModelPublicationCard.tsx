import { QueryProvider } from '../api/QueryProvider';
import { ModelPublicationCard } from './ModelPublicationCard';

/** The card for the old frontend system, where nothing wraps the extensions of a plugin. */
export function EntityModelPublicationCard() {
  return (
    <QueryProvider>
      <ModelPublicationCard />
    </QueryProvider>
  );
}
