import {
  PublishingGateway,
  PublishingOptions,
} from '@inference-portal/plugin-model-publishing-common';
import Box from '@material-ui/core/Box';
import Button from '@material-ui/core/Button';
import LinearProgress from '@material-ui/core/LinearProgress';
import Typography from '@material-ui/core/Typography';
import { FormProvider } from 'react-hook-form';
import { KnownPublication } from '../api/usePublication';
import { Section } from '../feedback/Section';
import { useTexts } from '../translation/useTexts';
import { LimitInputs } from './LimitInputs';
import { LimitsConflict } from './LimitsConflict';
import { LimitsRefused } from './LimitsRefused';
import { limitsOfType } from './limitsOfType';
import { useLimitsForm } from './useLimitsForm';

export interface EditLimitsProps {
  publication: KnownPublication;
  limits: PublishingOptions['limits'];
  precision: PublishingGateway['limits'] | undefined;
}

/** The form that changes the limits of a publication. */
export function EditLimits({
  publication,
  limits: { defaults, maxima },
  precision,
}: EditLimitsProps) {
  const t = useTexts();
  const rules = { maxima, precision };
  const edit = useLimitsForm(publication, rules);
  const { form, isSaving } = edit;
  const names = limitsOfType(publication.modelType);
  const tenants = form.watch('tenants');
  return (
    <FormProvider {...form}>
      <Section title={t('limitsForm.edit.title')}>
        <Typography variant="body2" color="textSecondary">
          {t('limitsForm.edit.explanation')}
        </Typography>
        <form noValidate onSubmit={edit.save}>
          <LimitInputs
            at="limits"
            names={names}
            rules={rules}
            defaults={defaults}
          />
          {tenants.length > 0 && (
            <Box mt={2}>
              <Typography variant="subtitle1" component="h4">
                {t('limitsForm.edit.tenants')}
              </Typography>
              <Typography variant="body2" color="textSecondary">
                {t('limitsForm.edit.tenantsHelp')}
              </Typography>
            </Box>
          )}
          {tenants.map(({ tenantId }, index) => (
            <Box
              key={tenantId}
              role="group"
              aria-label={t('limitsForm.edit.ofTenant', { tenant: tenantId })}
              mt={1}
            >
              <Typography variant="body2">{tenantId}</Typography>
              <LimitInputs
                at={`tenants.${index}.limits`}
                names={names}
                rules={rules}
              />
            </Box>
          ))}
          {edit.hasConflict && (
            <LimitsConflict
              theirs={publication.rateLimiting}
              onTakeOver={edit.takeOver}
            />
          )}
          <LimitsRefused error={edit.error} others={edit.others} />
          <div role="status">
            {isSaving && (
              <LinearProgress aria-label={t('limitsForm.edit.saving')} />
            )}
          </div>
          <Box mt={2}>
            <Button
              type="submit"
              variant="contained"
              color="primary"
              disabled={isSaving || !edit.isChanged || edit.hasConflict}
            >
              {t('limitsForm.edit.save')}
            </Button>{' '}
            <Button
              onClick={edit.discard}
              disabled={isSaving || !edit.isChanged}
            >
              {t('limitsForm.edit.reset')}
            </Button>
          </Box>
        </form>
      </Section>
    </FormProvider>
  );
}
