import { PublishingOptions } from '@inference-portal/plugin-model-publishing-common';
import Typography from '@material-ui/core/Typography';
import { useState } from 'react';
import { FormStep } from '../feedback/FormStep';
import { Notice } from '../feedback/Notice';
import { useTexts } from '../translation/useTexts';
import { chosenPeriod, PeriodField } from './PeriodField';
import { gracePresets, longestGraceHours } from './periods';
import { problemsOfKeyRequest } from './problemsOfKeyRequest';

export interface RotateStepProps {
  title: string;
  tenant: string;
  grace: PublishingOptions['keys']['grace'];
  isPending: boolean;
  error: Error | null;
  onSubmit(grace: string): void;
  onClose(): void;
}

/** What a rotation does to those who use the present key, and how long they have. */
export function RotateStep({
  title,
  tenant,
  grace,
  isPending,
  error,
  onSubmit,
  onClose,
}: RotateStepProps) {
  const t = useTexts();
  const [choice, setChoice] = useState({ preset: grace.default, amount: '' });
  const maximum = longestGraceHours(grace.maximum);
  const period = chosenPeriod(choice, 'h', maximum);
  return (
    <FormStep
      title={title}
      submit={t('rotate.submit')}
      running={t('rotate.running')}
      failed={t('rotate.failed')}
      canSubmit={Boolean(period)}
      isPending={isPending}
      error={error}
      onSubmit={() => period && onSubmit(period)}
      onClose={onClose}
    >
      <Typography paragraph>{t('rotate.intro', { tenant })}</Typography>
      <PeriodField
        label={t('keys.rotate.grace')}
        value={choice}
        onChange={setChoice}
        presets={gracePresets(grace)}
        unit="h"
        maximum={maximum}
        disabled={isPending}
        problem={problemsOfKeyRequest(error, ['grace']).grace}
        help={t('keys.rotate.graceHelp')}
      />
      {period === 'now' && (
        <Notice severity="warning">{t('rotate.warning')}</Notice>
      )}
    </FormStep>
  );
}
