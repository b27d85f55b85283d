import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import LinearProgress from '@material-ui/core/LinearProgress';
import Typography from '@material-ui/core/Typography';
import { PropsWithChildren, ReactNode, useEffect, useRef } from 'react';

/** Id of the title of the step that is shown; there is one dialog at a time. */
export const STEP_TITLE_ID = 'model-publishing-dialog-title';

export interface DialogStepProps {
  title: string;
  actions: ReactNode;
  /** What is being done just now. */
  running?: string;
}

/** One step of a dialog. The focus goes to its title, so that screen readers notice that it is another step. */
export function DialogStep({
  title,
  actions,
  running,
  children,
}: PropsWithChildren<DialogStepProps>) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <>
      <DialogTitle disableTypography>
        <Typography
          id={STEP_TITLE_ID}
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
    </>
  );
}
