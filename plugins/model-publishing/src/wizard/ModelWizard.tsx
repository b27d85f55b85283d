import { Progress } from '@backstage/core-components';
import { useApi } from '@backstage/core-plugin-api';
import { Published } from '@inference-portal/plugin-model-publishing-common';
import { useMemo } from 'react';
import { modelPublishingApiRef } from '../api/ModelPublishingApi';
import { useKeyIssue } from '../api/useKeyIssue';
import { useModel } from '../api/useModel';
import { usePublishingOptions } from '../api/usePublishingOptions';
import { RequestFailed } from '../feedback/RequestFailed';
import { useTexts } from '../translation/useTexts';
import { DoneStep } from './DoneStep';
import { readDraft } from './publishDraft';
import { PublishCall, PublishSteps } from './PublishSteps';
import { Unpublishable } from './Unpublishable';
import { unpublishableReason } from './unpublishableReason';
import { WizardPlace } from './useWizardPaths';
import { WizardStep } from './WizardStep';

export interface ModelWizardProps {
  place: WizardPlace;
  step: WizardStep;
}

/** The steps of publishing one model, once everything is known that they need. It alone holds the issued key. */
export function ModelWizard({ place, step }: ModelWizardProps) {
  const t = useTexts();
  const api = useApi(modelPublishingApiRef);
  const model = useModel(place);
  const { cluster, tenant } = place;
  const options = usePublishingOptions({ cluster, tenant });
  const publishing = useKeyIssue<PublishCall, Published>(
    ({ config, idempotencyKey }) =>
      api.publish(place.model, config, { idempotencyKey }),
  );
  const context = useMemo(
    () =>
      model.data && options.data
        ? { model: model.data, options: options.data }
        : undefined,
    [model.data, options.data],
  );
  if (step === 'done') {
    return (
      <DoneStep
        place={place}
        published={publishing.data}
        apiKey={publishing.apiKey}
      />
    );
  }
  const failed = [model, options].find(({ isError }) => isError);
  if (model.data !== null && failed?.error) {
    return (
      <RequestFailed
        title={t('wizard.error')}
        error={failed.error}
        onRetry={failed.refetch}
      />
    );
  }
  if (model.data === null) {
    return <Unpublishable place={place} why={{ reason: 'invisible' }} />;
  }
  if (!context) {
    return <Progress />;
  }
  const isOwnRetry = readDraft(place)?.isSent ?? false;
  const why = unpublishableReason(context, { isOwnRetry });
  return why ? (
    <Unpublishable place={place} why={why} onRetry={model.refetch} />
  ) : (
    <PublishSteps
      place={place}
      step={step}
      context={context}
      publishing={publishing}
    />
  );
}
