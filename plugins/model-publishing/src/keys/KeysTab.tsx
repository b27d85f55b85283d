import Box from '@material-ui/core/Box';
import Typography from '@material-ui/core/Typography';
import { PublicationTabProps } from '../publication/PublicationTab';
import { Notice } from '../feedback/Notice';
import { Section } from '../feedback/Section';
import { Snippets } from '../snippets/Snippets';
import { useTexts } from '../translation/useTexts';
import { KeysTable } from './KeysTable';
import { snippetSourceOf } from './publicationOfKeys';

/** The keys of a publication that the user may see, and how to use one. */
export function KeysTab({ publication }: PublicationTabProps) {
  const t = useTexts();
  const { requireApiKey } = publication.authentication;
  return (
    <>
      {requireApiKey ? (
        <>
          <Typography paragraph>{t('keys.intro')}</Typography>
          <KeysTable publication={publication} />
          <Notice severity="info">{t('keys.storage')}</Notice>
        </>
      ) : (
        <Notice severity="warning" title={t('keys.public.title')}>
          {t('keys.public.description')}
        </Notice>
      )}
      <Box mt={3}>
        <Section title={t('snippets.title')}>
          <Snippets request={{ source: snippetSourceOf(publication) }} />
        </Section>
      </Box>
    </>
  );
}
