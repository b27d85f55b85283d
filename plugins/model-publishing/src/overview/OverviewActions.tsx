import { PublicationTabProps } from '../publication/PublicationTab';

/** What the publisher can change from the overview, beside the address. */
export function OverviewActions(_props: PublicationTabProps) {
  return null;
}
