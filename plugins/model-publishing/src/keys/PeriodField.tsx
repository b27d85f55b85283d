import { TextInput } from '../fields/TextInput';
import { useTexts } from '../translation/useTexts';
import { ChoiceField } from '../fields/ChoiceField';
import { CUSTOM, isWholeNumber } from './periods';
import { periodLabel } from './periodLabel';

/** A period as it is chosen: one of those offered, or a number of the user's own. */
export interface PeriodChoice {
  preset: string;
  /** What is typed; used when the preset is `CUSTOM`. */
  amount: string;
}

export interface PeriodFieldProps {
  label: string;
  value: PeriodChoice;
  onChange(value: PeriodChoice): void;
  presets: string[];
  /** In what one's own choice is counted. */
  unit: 'h' | 'd';
  /** The most of these units. */
  maximum: number;
  /** What the preset `NEVER` means where the platform has a maximum. */
  longest?: string | null;
  disabled: boolean;
  problem?: string;
  help?: string;
}

/** A choice of periods, with a field for another one. */
export function PeriodField({
  label,
  value,
  onChange,
  presets,
  unit,
  maximum,
  longest,
  disabled,
  problem,
  help,
}: PeriodFieldProps) {
  const t = useTexts();
  const isCustom = value.preset === CUSTOM;
  const limit = String(maximum);
  const ownProblem =
    value.amount !== '' && !isWholeNumber(value.amount, maximum)
      ? t('keys.periods.wholeNumber', { maximum: limit })
      : problem;
  return (
    <>
      <ChoiceField
        label={label}
        value={value.preset}
        options={[...presets, CUSTOM].map(preset => ({
          value: preset,
          label: periodLabel(t, preset, longest),
        }))}
        onChoose={preset => onChange({ ...value, preset })}
        disabled={disabled}
        problem={isCustom ? undefined : problem}
        help={help}
      />
      {isCustom && (
        <TextInput
          label={t(
            unit === 'h'
              ? 'keys.periods.customHours'
              : 'keys.periods.customDays',
            { maximum: limit },
          )}
          value={value.amount}
          onEdit={amount => onChange({ ...value, amount })}
          disabled={disabled}
          problem={ownProblem}
          required
          numeric
        />
      )}
    </>
  );
}

/** The period that is chosen, as in `graceSchema` or a preset; undefined: what is typed is none. */
export function chosenPeriod(
  { preset, amount }: PeriodChoice,
  unit: 'h' | 'd',
  maximum: number,
): string | undefined {
  if (preset !== CUSTOM) {
    return preset;
  }
  return isWholeNumber(amount, maximum) ? amount + unit : undefined;
}
