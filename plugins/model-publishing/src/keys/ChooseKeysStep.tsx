import TextField from '@material-ui/core/TextField';
import { useId, useState } from 'react';
import { KeyChoice } from '../api/useKeys';
import { FormStep } from '../feedback/FormStep';
import { ChoiceField } from '../fields/ChoiceField';
import { useTexts } from '../translation/useTexts';

type Criterion = 'selected' | 'olderThan' | 'ofTenant';

export interface ChooseKeysStepProps {
  model: string;
  tenants: string[];
  selected: string[];
  isPending: boolean;
  error: Error | null;
  onSubmit(choice: KeyChoice): void;
  onClose(): void;
}

/** Asks which keys are meant. */
export function ChooseKeysStep({
  model,
  tenants,
  selected,
  isPending,
  error,
  onSubmit,
  onClose,
}: ChooseKeysStepProps) {
  const t = useTexts();
  const dayId = useId();
  const criteria: Criterion[] = [
    ...(selected.length > 0 ? (['selected'] as const) : []),
    'olderThan',
    'ofTenant',
  ];
  const [criterion = 'olderThan', setCriterion] = useState(criteria[0]);
  const [day, setDay] = useState('');
  const [tenantId, setTenantId] = useState(tenants[0] ?? '');
  const choice = choiceOf(criterion, { selected, day, tenantId });
  return (
    <FormStep
      title={t('keys.revokeMany.title', { model })}
      submit={t('keys.revokeMany.plan')}
      running={t('keys.revokeMany.planning')}
      failed={t('keys.revokeMany.planFailed')}
      canSubmit={choice !== undefined}
      isPending={isPending}
      error={error}
      onSubmit={() => choice && onSubmit(choice)}
      onClose={onClose}
    >
      <ChoiceField
        label={t('keys.revokeMany.which')}
        value={criterion}
        options={criteria.map(value => ({
          value,
          label:
            value === 'selected'
              ? t('keys.revokeMany.selected', {
                  amount: String(selected.length),
                })
              : t(`keys.revokeMany.${value}`),
        }))}
        onChoose={value =>
          setCriterion(criteria.find(candidate => candidate === value))
        }
        disabled={isPending}
      />
      {criterion === 'olderThan' && (
        <TextField
          id={dayId}
          type="date"
          label={t('keys.revokeMany.day')}
          value={day}
          onChange={event => setDay(event.target.value)}
          disabled={isPending}
          InputLabelProps={{ shrink: true }}
          fullWidth
          margin="normal"
          variant="outlined"
        />
      )}
      {criterion === 'ofTenant' && (
        <ChoiceField
          label={t('keys.revokeMany.tenant')}
          value={tenantId}
          options={tenants.map(value => ({ value, label: value }))}
          onChoose={setTenantId}
          disabled={isPending}
        />
      )}
    </FormStep>
  );
}

/** undefined: something is left to choose. Days begin at midnight of the user's time zone. */
function choiceOf(
  criterion: Criterion,
  {
    selected,
    day,
    tenantId,
  }: { selected: string[]; day: string; tenantId: string },
): KeyChoice | undefined {
  switch (criterion) {
    case 'selected':
      return { keyIds: selected };
    case 'ofTenant':
      return tenantId ? { tenantId } : undefined;
    default:
      return day
        ? { createdBefore: new Date(`${day}T00:00`).toISOString() }
        : undefined;
  }
}
