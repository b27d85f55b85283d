import { ChangeAddress } from '../addresses/ChangeAddress';
import { PublicationTabProps } from '../publication/PublicationTab';

/** What the publisher can change from the overview, beside the address. */
export function OverviewActions({ publication }: PublicationTabProps) {
  const { access, phase } = publication;
  return access === 'publisher' && phase !== 'Unpublishing' ? (
    <ChangeAddress publication={publication} />
  ) : null;
}
