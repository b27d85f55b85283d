import { useState } from 'react';
import { usePublishingOptions } from '../api/usePublishingOptions';
import { FormStep } from '../feedback/FormStep';
import { ChoiceField } from '../fields/ChoiceField';
import { TextInput } from '../fields/TextInput';
import { useTexts } from '../translation/useTexts';
import { chosenPeriod, PeriodField } from './PeriodField';
import { expiryPresets, longestExpiryDays, NEVER } from './periods';
import { problemsOfKeyRequest } from './problemsOfKeyRequest';

const LONGEST_NAME = 63;

/** A key as it is asked for. */
export interface NewKey {
  tenantId: string;
  /** Empty: none. */
  name: string;
  /** `NEVER`, or a period as in `graceSchema`. */
  expiry: string;
}

export interface CreateKeyStepProps {
  model: string;
  tenants: string[];
  isPending: boolean;
  error: Error | null;
  onSubmit(key: NewKey): void;
  onClose(): void;
}

/** Asks what a key is for, and how long it is to live. */
export function CreateKeyStep({
  model,
  tenants,
  isPending,
  error,
  onSubmit,
  onClose,
}: CreateKeyStepProps) {
  const t = useTexts();
  const { data: options } = usePublishingOptions();
  const maxExpiry = options?.keys.maxExpiry ?? null;
  const [typedName, setName] = useState('');
  const [tenantId, setTenantId] = useState(tenants[0] ?? '');
  const [life, setLife] = useState({ preset: NEVER, amount: '' });
  const maximum = longestExpiryDays(maxExpiry);
  const expiry = chosenPeriod(life, 'd', maximum);
  const name = typedName.trim();
  const isTooLong = name.length > LONGEST_NAME;
  const problems = problemsOfKeyRequest(error, [
    'name',
    'tenantId',
    'expiresAt',
  ]);
  return (
    <FormStep
      title={t('keys.create.title', { model })}
      submit={t('keys.create.submit')}
      running={t('keys.create.running')}
      failed={t('keys.create.failed')}
      canSubmit={Boolean(expiry) && !isTooLong}
      isPending={isPending}
      error={error}
      onSubmit={() => expiry && onSubmit({ tenantId, name, expiry })}
      onClose={onClose}
    >
      <TextInput
        label={t('keys.create.name')}
        value={typedName}
        onEdit={setName}
        disabled={isPending}
        problem={isTooLong ? t('keys.create.nameLength') : problems.name}
        help={t('keys.create.nameHelp')}
      />
      <ChoiceField
        label={t('keys.create.tenant')}
        value={tenantId}
        options={tenants.map(value => ({ value, label: value }))}
        onChoose={setTenantId}
        disabled={isPending}
        problem={problems.tenantId}
        help={t('keys.create.tenantHelp')}
      />
      <PeriodField
        label={t('keys.create.expiry')}
        value={life}
        onChange={setLife}
        presets={[NEVER, ...expiryPresets(maxExpiry)]}
        unit="d"
        maximum={maximum}
        longest={maxExpiry}
        disabled={isPending}
        problem={problems.expiresAt}
      />
    </FormStep>
  );
}
