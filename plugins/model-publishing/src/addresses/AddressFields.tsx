import { Publication } from '@inference-portal/plugin-model-publishing-common';
import { CopyableText } from '../feedback/CopyableText';
import { Labelled } from '../feedback/Labelled';
import { useTexts } from '../translation/useTexts';

export interface AddressFieldsProps {
  publication: Pick<Publication, 'externalUrl' | 'openai'>;
  /** Set off as blocks, for where the address is the news. */
  block?: boolean;
}

/** What a client has to be told: one address, or for OpenAI's protocol a base URL and the name of the model. */
export function AddressFields({
  publication: { externalUrl, openai },
  block,
}: AddressFieldsProps) {
  const t = useTexts();
  if (!openai) {
    return (
      <Labelled label={t('address.label')}>
        <CopyableText
          text={externalUrl}
          copyLabel={t('copy.url')}
          block={block}
        />
      </Labelled>
    );
  }
  return (
    <>
      <Labelled label={t('address.baseUrl')}>
        <CopyableText
          text={openai.baseUrl}
          copyLabel={t('copy.baseUrl')}
          block={block}
        />
      </Labelled>
      <Labelled label={t('address.model')}>
        <CopyableText
          text={openai.model}
          copyLabel={t('copy.model')}
          block={block}
        />
      </Labelled>
    </>
  );
}
