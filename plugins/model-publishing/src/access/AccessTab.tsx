import { PublicationTabProps } from '../publication/PublicationTab';
import { RequestAccess } from '../requests/RequestAccess';
import { useTexts } from '../translation/useTexts';
import { Section } from '../feedback/Section';
import { ConsumerAccess } from './ConsumerAccess';
import { PublicNotice } from './PublicNotice';
import { PublisherAccess } from './PublisherAccess';

/** Who may see and use a publication, as far as it concerns the user. */
export function AccessTab({ publication }: PublicationTabProps) {
  const t = useTexts();
  switch (publication.access) {
    case 'publisher':
      return <PublisherAccess publication={publication} />;
    case 'consumer':
      return <ConsumerAccess publication={publication} />;
    case 'viewer':
      return publication.authentication.requireApiKey ? (
        <Section title={t('requests.ask.title')}>
          <RequestAccess publication={publication} />
        </Section>
      ) : (
        <PublicNotice />
      );
    default:
      return publication.access satisfies never;
  }
}
