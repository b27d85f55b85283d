import { LimitName } from '@inference-portal/plugin-model-publishing-common';
import Box from '@material-ui/core/Box';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { useFieldArray } from 'react-hook-form';
import { FormText } from '../fields/FormText';
import { LimitInputs } from '../limits/LimitInputs';
import { LimitRules } from '../limits/limitsFormSchema';
import { textsOfLimits } from '../limits/limitTexts';
import { useTexts } from '../translation/useTexts';
import { PublishValues } from './publishValues';

export interface TenantInputsProps {
  names: LimitName[];
  rules: LimitRules;
  /** Whether tenants can be told apart, and so have limits of their own. */
  withLimits: boolean;
  ownTenant: string;
}

/** The tenants that may use the model. Those of others are typed: nobody sees the list of all tenants. */
export function TenantInputs({
  names,
  rules,
  withLimits,
  ownTenant,
}: TenantInputsProps) {
  const t = useTexts();
  const { fields, append, remove } = useFieldArray<PublishValues, 'tenants'>({
    name: 'tenants',
  });
  return (
    <Box mt={3}>
      <Typography variant="subtitle1" component="h4">
        {t('wizard.limits.tenants')}
      </Typography>
      <Typography variant="body2" color="textSecondary">
        {t(
          withLimits
            ? 'wizard.limits.tenantsHelp'
            : 'wizard.limits.publicTenantsHelp',
        )}
      </Typography>
      {fields.map((field, index) => (
        <Box
          key={field.id}
          role="group"
          aria-label={t('wizard.limits.tenantNumber', {
            number: String(index + 1),
          })}
          mt={1}
          pl={2}
          borderLeft={2}
          borderColor="divider"
        >
          <FormText<PublishValues>
            name={`tenants.${index}.tenantId`}
            label={t('wizard.limits.tenantId')}
            help={
              field.tenantId === ownTenant
                ? t('wizard.limits.ownTenant')
                : t('wizard.limits.tenantIdHelp')
            }
            required
          />
          {withLimits && (
            <LimitInputs
              at={`tenants.${index}.limits`}
              names={names}
              rules={rules}
            />
          )}
          {fields.length > 1 && (
            <Button size="small" onClick={() => remove(index)}>
              {t('wizard.limits.removeTenant', { number: String(index + 1) })}
            </Button>
          )}
        </Box>
      ))}
      <Box mt={1}>
        <Button
          variant="outlined"
          size="small"
          onClick={() => append({ tenantId: '', limits: textsOfLimits({}) })}
        >
          {t('wizard.limits.addTenant')}
        </Button>
      </Box>
    </Box>
  );
}
