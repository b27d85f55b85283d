import { ModelType } from '@inference-portal/plugin-model-publishing-common';
import Grid from '@material-ui/core/Grid';
import Typography from '@material-ui/core/Typography';
import { limitsOfType } from '../limits/limitsOfType';
import { useTexts } from '../translation/useTexts';
import { PathField } from './PathField';
import { PublishField } from './PublishField';
import { PublishFormState } from './usePublishForm';

export interface PublishFieldsProps {
  modelType: ModelType;
  form: PublishFormState;
  disabled: boolean;
}

/** The fields of the publish form. */
export function PublishFields({
  modelType,
  form,
  disabled,
}: PublishFieldsProps) {
  const t = useTexts();
  const limits = limitsOfType(modelType);
  const fieldProps = (field: keyof typeof form.values) => ({
    value: form.values[field],
    problem: form.problems[field],
    onEdit: (value: string) => form.edit(field, value),
    disabled,
  });
  return (
    <>
      <PathField {...fieldProps('externalPath')} modelType={modelType} />
      <Typography variant="subtitle2" component="h3">
        {t('publish.limits')}
      </Typography>
      <Grid container spacing={2}>
        {limits.map(name => (
          <Grid item xs={12} sm={limits.length === 4 ? 6 : 4} key={name}>
            <PublishField
              {...fieldProps(name)}
              label={t(`publish.${name}`)}
              placeholder={t('publish.platformDefault')}
              numeric
            />
          </Grid>
        ))}
      </Grid>
    </>
  );
}
