import { ErrorPanel } from '@backstage/core-components';
import Button from '@material-ui/core/Button';

export interface SignInFailedProps {
  error?: Error;
  onRetry(): void;
}

/** Says why the sign-in failed, with the way back to the chooser. */
export function SignInFailed({ error, onRetry }: SignInFailedProps) {
  return (
    <>
      <ErrorPanel
        title="You could not be signed in"
        error={error ?? new Error('The reason is not known.')}
      />
      <Button variant="contained" color="primary" onClick={onRetry}>
        Choose a user again
      </Button>
    </>
  );
}
