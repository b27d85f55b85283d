import { SnippetSource } from '@inference-portal/plugin-model-publishing-common';
import { PublicNotice } from '../access/PublicNotice';
import { CopyableText } from '../feedback/CopyableText';
import { Labelled } from '../feedback/Labelled';
import { Notice } from '../feedback/Notice';
import { ExampleCall } from '../snippets/ExampleCall';
import { useTexts } from '../translation/useTexts';

export interface IssuedKeyProps {
  /** Null when the model is public, or when the backend does not hand out keys to this caller. */
  apiKey: string | null;
  publication: SnippetSource;
}

/** A key that was just issued, to be seen this once, with a request that uses it. */
export function IssuedKey({ apiKey, publication }: IssuedKeyProps) {
  const t = useTexts();
  if (!publication.requireApiKey) {
    return (
      <>
        <PublicNotice />
        <ExampleCall publication={publication} />
      </>
    );
  }
  if (apiKey === null) {
    return <Notice severity="warning">{t('key.missing')}</Notice>;
  }
  return (
    <>
      <Labelled label={t('key.label')}>
        <CopyableText text={apiKey} copyLabel={t('copy.key')} block />
        <Notice severity="warning" title={t('key.shownOnce')}>
          {t('key.storage')}
        </Notice>
      </Labelled>
      <ExampleCall publication={publication} apiKey={apiKey} />
    </>
  );
}
