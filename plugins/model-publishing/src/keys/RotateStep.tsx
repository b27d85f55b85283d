import { PublishingOptions } from '@inference-portal/plugin-model-publishing-common';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { FormEvent, useState } from 'react';
import { DialogStep } from '../feedback/DialogStep';
import { messageOf } from '../feedback/messageOf';
import { Notice } from '../feedback/Notice';
import { useTexts } from '../translation/useTexts';
import { chosenPeriod, PeriodField } from './PeriodField';
import { gracePresets, longestGraceHours } from './periods';
import { problemsOfKeyRequest } from './problemsOfKeyRequest';

const FORM_ID = 'model-publishing-rotate';

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
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (period && !isPending) {
      onSubmit(period);
    }
  };
  return (
    <DialogStep
      title={title}
      running={isPending ? t('rotate.running') : undefined}
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
            disabled={isPending || !period}
          >
            {t('rotate.submit')}
          </Button>
        </>
      }
    >
      <Typography paragraph>{t('rotate.intro', { tenant })}</Typography>
      <form id={FORM_ID} onSubmit={submit} noValidate>
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
      </form>
      {period === 'now' && (
        <Notice severity="warning">{t('rotate.warning')}</Notice>
      )}
      {error && (
        <Notice severity="error" title={t('rotate.failed')}>
          {messageOf(error)}
        </Notice>
      )}
    </DialogStep>
  );
}
