import Box from '@material-ui/core/Box';
import Typography from '@material-ui/core/Typography';
import { useFormContext } from 'react-hook-form';
import { Notice } from '../feedback/Notice';
import { FormRadios } from '../fields/FormRadios';
import { FormSwitch } from '../fields/FormSwitch';
import { LimitInputs } from '../limits/LimitInputs';
import { limitsOfType } from '../limits/limitsOfType';
import { useTexts } from '../translation/useTexts';
import { MetadataInputs } from './MetadataInputs';
import {
  chosenGateway,
  chosenType,
  PublishContext,
  PublishValues,
  requiresApiKey,
} from './publishValues';
import { TenantInputs } from './TenantInputs';

const VISIBILITIES = ['private', 'consumers', 'portal'] as const;

/** How much a model may be used, by whom, and who sees that it is published. */
export function LimitsStep({ context }: { context: PublishContext }) {
  const t = useTexts();
  const { options } = context;
  const values = useFormContext<PublishValues>().watch();
  const type = chosenType(values, context);
  const names = limitsOfType(type);
  const needsKey = requiresApiKey(values, context);
  const rules = {
    maxima: options.limits.maxima,
    precision: chosenGateway(values, context)?.limits,
  };
  return (
    <>
      <Typography variant="subtitle1" component="h4">
        {t('wizard.limits.totals')}
      </Typography>
      <Typography variant="body2" color="textSecondary">
        {t('wizard.limits.totalsHelp')}
      </Typography>
      <LimitInputs
        at="limits"
        names={names}
        rules={rules}
        defaults={options.limits.defaults}
      />
      {options.allowAnonymous && type === 'traditional' && (
        <FormSwitch<PublishValues>
          name="requireApiKey"
          label={t('wizard.limits.requireApiKey')}
          help={t(
            needsKey ? 'wizard.limits.keyNeeded' : 'wizard.limits.noKeyNeeded',
          )}
        />
      )}
      {!needsKey && (
        <Notice severity="warning" title={t('public.label')}>
          {t('public.explanation')}
        </Notice>
      )}
      <TenantInputs
        names={names}
        rules={rules}
        withLimits={needsKey}
        ownTenant={context.model.tenantId}
      />
      <Box mt={3}>
        <FormRadios<PublishValues>
          name="visibility"
          label={t('wizard.limits.visibility')}
          options={VISIBILITIES.map(value => ({
            value,
            label: t(`wizard.visibility.${value}.label`),
            explanation: t(`wizard.visibility.${value}.explanation`),
          }))}
        />
      </Box>
      <MetadataInputs />
    </>
  );
}
