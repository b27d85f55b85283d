import { Progress } from '@backstage/core-components';
import Button from '@material-ui/core/Button';
import LinearProgress from '@material-ui/core/LinearProgress';
import Typography from '@material-ui/core/Typography';
import { useEffect, useRef } from 'react';
import { useFormContext } from 'react-hook-form';
import { useNavigate } from 'react-router-dom';
import { usePublicationPlan } from '../api/usePublicationPlan';
import { Warnings } from '../feedback/Warnings';
import { useTexts } from '../translation/useTexts';
import { configOfValues } from './configOfValues';
import { PlannedManifests } from './PlannedManifests';
import { PlannedSummary } from './PlannedSummary';
import { PublishContext, PublishValues } from './publishValues';
import { RefusalNotice } from './RefusalNotice';
import { StepFrame } from './StepFrame';
import { Refusal } from './useRefusal';
import { useWizardPaths, WizardPlace } from './useWizardPaths';

export interface ReviewStepProps {
  place: WizardPlace;
  context: PublishContext;
  refusal: Refusal | undefined;
  isPublishing: boolean;
  onRefused(error: Error): void;
  onRetry(): void;
  onPublish(): void;
  onCancel(): void;
}

/** What publishing would do, as the backend and the cluster have checked it; nothing is changed yet. */
export function ReviewStep({
  place,
  context,
  refusal,
  isPublishing,
  onRefused,
  onRetry,
  onPublish,
  onCancel,
}: ReviewStepProps) {
  const t = useTexts();
  const navigate = useNavigate();
  const paths = useWizardPaths(place);
  const { getValues } = useFormContext<PublishValues>();
  const plan = usePublicationPlan(
    place.model,
    configOfValues(getValues(), context),
  );
  const taken = useRef<Error | null>(null);
  useEffect(() => {
    // Once for each answer, however often this is rendered with it.
    if (plan.error && taken.current !== plan.error) {
      taken.current = plan.error;
      onRefused(plan.error);
    }
  }, [plan.error, onRefused]);
  const checkAgain = () => {
    onRetry();
    void plan.refetch();
  };
  return (
    <StepFrame
      step="review"
      place={place}
      heading={t('wizard.review.heading')}
      actions={
        <>
          <Button
            onClick={() => navigate(paths.step('limits'))}
            disabled={isPublishing}
          >
            {t('wizard.back')}
          </Button>
          {plan.isError ? (
            <Button variant="contained" color="primary" onClick={checkAgain}>
              {t('wizard.review.checkAgain')}
            </Button>
          ) : (
            <Button
              variant="contained"
              color="primary"
              onClick={onPublish}
              disabled={isPublishing || !plan.data}
            >
              {t('wizard.publish')}
            </Button>
          )}
          <Button onClick={onCancel} disabled={isPublishing}>
            {t('wizard.cancel')}
          </Button>
        </>
      }
    >
      <RefusalNotice refusal={refusal} />
      {plan.isPending && (
        <div role="status">
          <Typography variant="body2">{t('wizard.review.checking')}</Typography>
          <Progress />
        </div>
      )}
      {plan.data && (
        <>
          <Typography paragraph>{t('wizard.review.intro')}</Typography>
          <Warnings warnings={plan.data.warnings} />
          <PlannedSummary planned={plan.data} />
          <PlannedManifests manifests={plan.data.manifests} />
        </>
      )}
      <div role="status">
        {isPublishing && (
          <>
            <Typography variant="body2" gutterBottom>
              {t('wizard.publishing')}
            </Typography>
            <LinearProgress aria-label={t('wizard.publishing')} />
          </>
        )}
      </div>
    </StepFrame>
  );
}
