import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { useId } from 'react';
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
  const id = useId();
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
      <TextField
        id={id}
        label={t('unpublish.confirm', { model })}
        value={typedName}
        onChange={event => onType(event.target.value)}
        disabled={disabled}
        fullWidth
        margin="normal"
        variant="outlined"
        autoComplete="off"
        inputProps={{ spellCheck: false, autoCapitalize: 'none' }}
      />
    </>
  );
}
