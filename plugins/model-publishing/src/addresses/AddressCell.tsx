import { ListedPublication } from '@inference-portal/plugin-model-publishing-common';
import Typography from '@material-ui/core/Typography';
import { CopyableText } from '../feedback/CopyableText';
import { useTexts } from '../translation/useTexts';

/** The address of a publication in a table. Copy buttons name their model, because there are many of them. */
export function AddressCell({
  publication: { modelName: model, externalUrl, openai },
}: {
  publication: Pick<ListedPublication, 'modelName' | 'externalUrl' | 'openai'>;
}) {
  const t = useTexts();
  if (!openai) {
    return (
      <CopyableText
        text={externalUrl}
        copyLabel={t('copy.addressOf', { model })}
      />
    );
  }
  return (
    <>
      <CopyableText
        text={openai.baseUrl}
        copyLabel={t('copy.baseUrlOf', { model })}
      />
      <Typography variant="caption" color="textSecondary">
        {t('address.model')}
      </Typography>
      <CopyableText
        text={openai.model}
        copyLabel={t('copy.modelOf', { model })}
      />
    </>
  );
}
