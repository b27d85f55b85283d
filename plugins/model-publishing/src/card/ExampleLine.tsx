import { snippetOf } from '@inference-portal/plugin-model-publishing-common';
import { KnownPublication } from '../api/usePublication';
import { CopyableText } from '../feedback/CopyableText';
import { Labelled } from '../feedback/Labelled';
import { useTexts } from '../translation/useTexts';

/** A command line that calls the model; nothing for those who may not. */
export function ExampleLine({
  publication,
}: {
  publication: KnownPublication;
}) {
  const t = useTexts();
  const { access, authentication, externalUrl, openai } = publication;
  const { requireApiKey } = authentication;
  if (access === 'viewer' && requireApiKey) {
    return null;
  }
  return (
    <Labelled label={t('card.example')}>
      <CopyableText
        text={snippetOf('curl', {
          source: { externalUrl, openai, requireApiKey },
        })}
        copyLabel={t('copy.command')}
        block
      />
    </Labelled>
  );
}
