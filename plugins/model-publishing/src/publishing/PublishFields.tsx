import Grid from '@material-ui/core/Grid';
import Typography from '@material-ui/core/Typography';
import { useTexts } from '../translation/useTexts';
import { FORM_LIMITS } from './formValues';
import { PublishField } from './PublishField';
import { PublishFormState } from './usePublishForm';

export interface PublishFieldsProps {
  form: PublishFormState;
  disabled: boolean;
}

/** The fields of the publish form. */
export function PublishFields({ form, disabled }: PublishFieldsProps) {
  const t = useTexts();
  const fieldProps = (field: keyof typeof form.values) => ({
    value: form.values[field],
    problem: form.problems[field],
    onEdit: (value: string) => form.edit(field, value),
    disabled,
  });
  return (
    <>
      <PublishField
        {...fieldProps('externalPath')}
        label={t('publish.path')}
        help={t('publish.pathHelp')}
        required
      />
      <Typography variant="subtitle2" component="h3">
        {t('publish.limits')}
      </Typography>
      <Grid container spacing={2}>
        {FORM_LIMITS.map(name => (
          <Grid item xs={12} sm={4} key={name}>
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
