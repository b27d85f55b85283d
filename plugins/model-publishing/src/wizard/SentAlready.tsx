import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { useTexts } from '../translation/useTexts';
import { RefusalNotice } from './RefusalNotice';
import { StepFrame } from './StepFrame';
import { Refusal } from './useRefusal';
import { WizardPlace } from './useWizardPaths';

export interface SentAlreadyProps {
  place: WizardPlace;
  refusal: Refusal | undefined;
  isPending: boolean;
  onSend(): void;
  onDiscard(): void;
}

/** After a request whose answer was lost, by a reload or a broken line: the same one again has no second effect. */
export function SentAlready({
  place,
  refusal,
  isPending,
  onSend,
  onDiscard,
}: SentAlreadyProps) {
  const t = useTexts();
  return (
    <StepFrame
      step="review"
      place={place}
      heading={t('wizard.sent.heading')}
      actions={
        <>
          <Button
            variant="contained"
            color="primary"
            onClick={onSend}
            disabled={isPending}
          >
            {t('wizard.sent.again')}
          </Button>
          <Button onClick={onDiscard} disabled={isPending}>
            {t('wizard.sent.discard')}
          </Button>
        </>
      }
    >
      <RefusalNotice refusal={refusal} />
      <Typography>{t('wizard.sent.explanation')}</Typography>
    </StepFrame>
  );
}
