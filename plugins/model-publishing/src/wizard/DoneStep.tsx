import { Link, LinkButton, Progress } from '@backstage/core-components';
import { Published } from '@inference-portal/plugin-model-publishing-common';
import Typography from '@material-ui/core/Typography';
import { Navigate } from 'react-router-dom';
import { AddressFields } from '../addresses/AddressFields';
import { usePublication } from '../api/usePublication';
import { ConditionList } from '../conditions/ConditionList';
import { PhaseChip } from '../conditions/PhaseChip';
import { Labelled } from '../feedback/Labelled';
import { Notice } from '../feedback/Notice';
import { RequestFailed } from '../feedback/RequestFailed';
import { Warnings } from '../feedback/Warnings';
import { IssuedKey } from '../keys/IssuedKey';
import { TypeChips } from '../models/TypeChips';
import { ExampleCall } from '../snippets/ExampleCall';
import { useTexts } from '../translation/useTexts';
import { StepFrame } from './StepFrame';
import { useWizardPaths, WizardPlace } from './useWizardPaths';

export interface DoneStepProps {
  place: WizardPlace;
  /** The answer to the request; absent after a reload. */
  published: Omit<Published, 'apiKey'> | undefined;
  apiKey: string | null;
}

/** What came of it: address, key, how the gateway takes it in, and where it goes on. */
export function DoneStep({ place, published, apiKey }: DoneStepProps) {
  const t = useTexts();
  const paths = useWizardPaths(place);
  const live = usePublication(place, { untilSettled: true });
  const known = live.data ?? published;
  if (!known) {
    if (live.isError) {
      return (
        <RequestFailed
          title={t('card.error')}
          error={live.error}
          onRetry={live.refetch}
        />
      );
    }
    return live.isPending ? (
      <Progress />
    ) : (
      <Navigate to={paths.step('address')} replace />
    );
  }
  const { modelName: model, modelType, phase, conditions, warnings } = known;
  const { requireApiKey } = known.authentication;
  const isUp = phase === 'Published';
  return (
    <StepFrame
      step="done"
      place={place}
      heading={t(isUp ? 'wizard.done.heading' : 'wizard.done.comingUp', {
        model,
      })}
      actions={
        <>
          <LinkButton
            variant="contained"
            color="primary"
            to={paths.publication('overview')}
          >
            {t('wizard.done.open')}
          </LinkButton>
          <LinkButton to={paths.choose}>{t('wizard.done.another')}</LinkButton>
        </>
      }
    >
      {published?.effective === 'pending' && !isUp && (
        <Notice severity="info">{t('wizard.done.pending')}</Notice>
      )}
      <Labelled label={t('modelType.label')}>
        <TypeChips modelType={modelType} requireApiKey={requireApiKey} />
      </Labelled>
      <AddressFields publication={known} block />
      {published ? (
        <IssuedKey apiKey={apiKey} publication={{ ...known, requireApiKey }} />
      ) : (
        <>
          {requireApiKey && (
            <Notice severity="info" title={t('wizard.done.keyWasShown')}>
              {t('wizard.done.keyIsGone')}{' '}
              <Link to={paths.publication('keys')}>
                {t('wizard.done.toKeys')}
              </Link>
            </Notice>
          )}
          <ExampleCall publication={{ ...known, requireApiKey }} />
        </>
      )}
      <Warnings warnings={warnings} />
      <Typography variant="subtitle1" component="h4" gutterBottom>
        {t('conditions.title')} <PhaseChip phase={phase} />
      </Typography>
      <ConditionList conditions={conditions} />
    </StepFrame>
  );
}
