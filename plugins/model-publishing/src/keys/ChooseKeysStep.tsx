import Button from '@material-ui/core/Button';
import TextField from '@material-ui/core/TextField';
import { FormEvent, useId, useState } from 'react';
import { KeyChoice } from '../api/useKeys';
import { DialogStep } from '../feedback/DialogStep';
import { messageOf } from '../feedback/messageOf';
import { Notice } from '../feedback/Notice';
import { useTexts } from '../translation/useTexts';
import { ChoiceField } from '../fields/ChoiceField';

const FORM_ID = 'model-publishing-choose-keys';

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
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (choice && !isPending) {
      onSubmit(choice);
    }
  };
  return (
    <DialogStep
      title={t('keys.revokeMany.title', { model })}
      running={isPending ? t('keys.revokeMany.planning') : undefined}
      actions={
        <>
          <Button onClick={onClose} disabled={isPending}>
            {t('dialog.cancel')}
          </Button>
          <Button
            type="submit"
            form={FORM_ID}
            color="primary"
            variant="contained"
            disabled={isPending || !choice}
          >
            {t('keys.revokeMany.plan')}
          </Button>
        </>
      }
    >
      <form id={FORM_ID} onSubmit={submit} noValidate>
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
      </form>
      {error && (
        <Notice severity="error" title={t('keys.revokeMany.planFailed')}>
          {messageOf(error)}
        </Notice>
      )}
    </DialogStep>
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
