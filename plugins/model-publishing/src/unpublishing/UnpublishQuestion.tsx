import Typography from '@material-ui/core/Typography';
import { TextInput } from '../fields/TextInput';
import { useTexts } from '../translation/useTexts';
import { UnpublishedModel } from './UnpublishedModel';

export interface UnpublishQuestionProps {
  publication: UnpublishedModel;
  typedName: string;
  onType(name: string): void;
  disabled: boolean;
}

/** What unpublishing removes and what it leaves, and the field for the model's name. */
export function UnpublishQuestion({
  publication: {
    modelName: model,
    tenantId: tenant,
    externalUrl,
    openai,
    requireApiKey,
  },
  typedName,
  onType,
  disabled,
}: UnpublishQuestionProps) {
  const t = useTexts();
  return (
    <>
      <Typography>{t('unpublish.intro', { model, tenant })}</Typography>
      <Typography component="ul">
        <li>
          {openai
            ? t('unpublish.modelName', { ...openai })
            : t('unpublish.address', { url: externalUrl })}
        </li>
        <li>{t(requireApiKey ? 'unpublish.keys' : 'unpublish.public')}</li>
        <li>{t('unpublish.limits')}</li>
      </Typography>
      <Typography paragraph>{t('unpublish.kept')}</Typography>
      <TextInput
        label={t('unpublish.confirm', { model })}
        value={typedName}
        onEdit={onType}
        disabled={disabled}
      />
    </>
  );
}
