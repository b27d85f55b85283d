import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import LinearProgress from '@material-ui/core/LinearProgress';
import Typography from '@material-ui/core/Typography';
import { PropsWithChildren, ReactNode, useEffect, useId, useRef } from 'react';

export interface ActionDialogProps {
  title: string;
  actions: ReactNode;
  onClose(): void;
  /** What is being done just now; the dialog cannot be closed meanwhile. */
  running?: string;
  /** Only the dialog's own buttons close it, because it shows something that is not shown again. */
  keepOpen?: boolean;
}

/** The frame of a dialog that changes something. Its title gets the focus whenever it changes, so that steps are announced. */
export function ActionDialog({
  title,
  actions,
  onClose,
  running,
  keepOpen,
  children,
}: PropsWithChildren<ActionDialogProps>) {
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [title]);
  return (
    <Dialog
      open
      fullWidth
      maxWidth="md"
      aria-labelledby={id}
      onClose={running || keepOpen ? undefined : onClose}
    >
      <DialogTitle disableTypography>
        <Typography
          id={id}
          ref={heading}
          variant="h6"
          component="h2"
          tabIndex={-1}
          style={{ outline: 'none' }}
        >
          {title}
        </Typography>
      </DialogTitle>
      <DialogContent aria-busy={Boolean(running)}>
        {children}
        <div role="status">
          {running && (
            <>
              <Typography variant="body2" gutterBottom>
                {running}
              </Typography>
              <LinearProgress aria-label={running} />
            </>
          )}
        </div>
      </DialogContent>
      <DialogActions>{actions}</DialogActions>
    </Dialog>
  );
}
