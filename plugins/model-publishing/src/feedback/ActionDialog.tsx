import Dialog from '@material-ui/core/Dialog';
import { PropsWithChildren } from 'react';
import { STEP_TITLE_ID } from './DialogStep';

export interface ActionDialogProps {
  /** Absent while only the dialog's own buttons may close it: something is running, or a key is shown. */
  onClose?(): void;
}

/** The frame of a dialog that changes something; what is in it is one `DialogStep` after the other. */
export function ActionDialog({
  onClose,
  children,
}: PropsWithChildren<ActionDialogProps>) {
  return (
    <Dialog
      open
      fullWidth
      maxWidth="md"
      aria-labelledby={STEP_TITLE_ID}
      onClose={onClose}
    >
      {children}
    </Dialog>
  );
}
