import { AddressFields } from '../addresses/AddressFields';
import { PublicNotice } from '../access/PublicNotice';
import { Warnings } from '../feedback/Warnings';
import { PublicationTabProps } from '../publication/PublicationTab';
import { ExampleCall } from '../snippets/ExampleCall';
import { useTexts } from '../translation/useTexts';
import { OverviewActions } from './OverviewActions';
import { RetiringAddresses } from './RetiringAddresses';
import { Section } from '../feedback/Section';

/** How a publication is reached, and how that is tried out. */
export function AddressSection({ publication }: PublicationTabProps) {
  const t = useTexts();
  const { authentication, retiringAddresses, warnings } = publication;
  const { requireApiKey } = authentication;
  return (
    <Section
      title={t('overview.address')}
      actions={<OverviewActions publication={publication} />}
    >
      <AddressFields publication={publication} block />
      <RetiringAddresses addresses={retiringAddresses} />
      {!requireApiKey && <PublicNotice />}
      <Warnings warnings={warnings} />
      <ExampleCall publication={{ ...publication, requireApiKey }} />
    </Section>
  );
}
