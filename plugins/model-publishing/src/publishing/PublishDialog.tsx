import { useApi } from '@backstage/core-plugin-api';
import {
  PublicationConfig,
  Published,
} from '@inference-portal/plugin-model-publishing-common';
import { modelPublishingApiRef } from '../api/ModelPublishingApi';
import { useKeyIssue } from '../api/useKeyIssue';
import { ActionDialog } from '../feedback/ActionDialog';
import { PublishableModel } from './formValues';
import { PublishedStep } from './PublishedStep';
import { PublishStep } from './PublishStep';

export interface PublishDialogProps {
  model: PublishableModel;
  onClose(): void;
}

/** Publishes a model: asks for path and limits, then shows address, key and how it comes up. */
export function PublishDialog({ model, onClose }: PublishDialogProps) {
  const api = useApi(modelPublishingApiRef);
  const publishing = useKeyIssue<PublicationConfig, Published>(config =>
    api.publish(model.name, config),
  );
  const mayClose = !publishing.isPending && !publishing.isSuccess;
  return (
    <ActionDialog onClose={mayClose ? onClose : undefined}>
      {publishing.isSuccess ? (
        <PublishedStep
          published={publishing.data}
          apiKey={publishing.apiKey}
          onClose={onClose}
        />
      ) : (
        <PublishStep
          model={model}
          isPending={publishing.isPending}
          error={publishing.error}
          onSubmit={publishing.mutate}
          onClose={onClose}
        />
      )}
    </ActionDialog>
  );
}
