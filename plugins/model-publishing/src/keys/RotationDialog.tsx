import {
  RotatedKey,
  SnippetSource,
} from '@inference-portal/plugin-model-publishing-common';
import Button from '@material-ui/core/Button';
import { useKeyIssue } from '../api/useKeyIssue';
import { usePublishingOptions } from '../api/usePublishingOptions';
import { RepeatableRequest, useRepeatable } from '../api/useRepeatable';
import { ActionDialog } from '../feedback/ActionDialog';
import { DialogStep } from '../feedback/DialogStep';
import { useTexts } from '../translation/useTexts';
import { RotatedStep } from './RotatedStep';
import { RotateStep } from './RotateStep';

/** Used where the platform's options cannot be read; the backend checks what is asked for. */
const USUAL_GRACE = { default: '24h', maximum: '30d' };

export interface RotationDialogProps {
  title: string;
  /** Whose key is replaced. */
  tenant: string;
  model: string;
  publication: SnippetSource;
  rotate(request: RepeatableRequest<{ grace: string }>): Promise<RotatedKey>;
  onClose(): void;
}

/** Replaces a key after the user has said how long the old one goes on working, and shows the new one this once. */
export function RotationDialog({
  title,
  tenant,
  model,
  publication,
  rotate,
  onClose,
}: RotationDialogProps) {
  const t = useTexts();
  const options = usePublishingOptions();
  const requestOf = useRepeatable((grace: string) => ({ grace }));
  const rotation = useKeyIssue((grace: string) => rotate(requestOf(grace)));
  const mayClose = !rotation.isPending && !rotation.isSuccess;
  return (
    <ActionDialog onClose={mayClose ? onClose : undefined}>
      {options.isPending && (
        <DialogStep
          title={title}
          running={t('table.loading')}
          actions={<Button onClick={onClose}>{t('dialog.cancel')}</Button>}
        />
      )}
      {!options.isPending && !rotation.isSuccess && (
        <RotateStep
          title={title}
          tenant={tenant}
          grace={options.data?.keys.grace ?? USUAL_GRACE}
          isPending={rotation.isPending}
          error={rotation.error}
          onSubmit={rotation.mutate}
          onClose={onClose}
        />
      )}
      {rotation.isSuccess && (
        <RotatedStep
          title={t('rotate.doneTitle', { model })}
          publication={publication}
          rotated={rotation.data}
          apiKey={rotation.apiKey}
          onClose={onClose}
        />
      )}
    </ActionDialog>
  );
}
