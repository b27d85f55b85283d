import {
  LimitName,
  Limits,
} from '@inference-portal/plugin-model-publishing-common';
import Box from '@material-ui/core/Box';
import Grid from '@material-ui/core/Grid';
import { useWatch } from 'react-hook-form';
import { FormText } from '../fields/FormText';
import { Formats } from '../formats/formatsFor';
import { useFormats } from '../formats/useFormats';
import { Texts, useTexts } from '../translation/useTexts';
import { LimitRules } from './limitsFormSchema';
import { LimitsFormValues } from './limitTexts';

export interface LimitInputsProps {
  /** Where in the form the limits are: the totals, or those of one tenant. */
  at: 'limits' | `tenants.${number}.limits`;
  names: LimitName[];
  rules: LimitRules;
  /** What holds where nothing is typed; without them, nothing does. */
  defaults?: Limits;
}

/** Fields for a set of limits. One that the gateway cannot keep is disabled, and says why. */
export function LimitInputs({ at, names, rules, defaults }: LimitInputsProps) {
  const t = useTexts();
  const formats = useFormats();
  const typed = useWatch<LimitsFormValues, LimitInputsProps['at']>({
    name: at,
  });
  return (
    <Box mt={1}>
      <Grid container spacing={2}>
        {names.map(name => (
          <Grid item xs={12} sm={6} md={names.length === 4 ? 3 : 4} key={name}>
            <FormText<LimitsFormValues>
              name={`${at}.${name}`}
              label={t(`limitsForm.${name}`)}
              placeholder={placeholderOf(defaults?.[name], t, formats)}
              help={helpOf(name, rules, t, formats)}
              // What was typed before must still be possible to take out.
              disabled={
                rules.precision?.[name] === 'unavailable' && !typed?.[name]
              }
              numeric
            />
          </Grid>
        ))}
      </Grid>
    </Box>
  );
}

function placeholderOf(
  value: number | undefined,
  t: Texts,
  formats: Formats,
): string {
  return value === undefined
    ? t('limitsForm.none')
    : t('limitsForm.default', { value: formats.number(value) });
}

function helpOf(
  name: LimitName,
  { maxima, precision }: LimitRules,
  t: Texts,
  formats: Formats,
): string | undefined {
  const maximum = maxima[name];
  const kept = precision?.[name];
  const parts = [
    ...(kept !== undefined && kept !== 'exact'
      ? [t(`limitsForm.${kept}`)]
      : []),
    ...(maximum !== undefined && kept !== 'unavailable'
      ? [t('limitsForm.maximum', { maximum: formats.number(maximum) })]
      : []),
  ];
  return parts.length > 0 ? parts.join('. ') : undefined;
}
