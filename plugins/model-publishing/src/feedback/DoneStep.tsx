import Button from '@material-ui/core/Button';
import { PropsWithChildren } from 'react';
import { useTexts } from '../translation/useTexts';
import { DialogStep } from './DialogStep';

export interface DoneStepProps {
  title: string;
  onClose(): void;
}

/** The last step of a dialog: what has come of it. */
export function DoneStep({
  title,
  onClose,
  children,
}: PropsWithChildren<DoneStepProps>) {
  const t = useTexts();
  return (
    <DialogStep
      title={title}
      actions={
        <Button color="primary" variant="contained" onClick={onClose}>
          {t('dialog.done')}
        </Button>
      }
    >
      {children}
    </DialogStep>
  );
}
