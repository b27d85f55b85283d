import { ResponseErrorPanel } from '@backstage/core-components';
import Box from '@material-ui/core/Box';
import Button from '@material-ui/core/Button';
import { useTexts } from '../translation/useTexts';
import { messageOf } from './messageOf';
import { NoHeadings } from './NoHeadings';

export interface RequestFailedProps {
  title: string;
  error: Error;
  onRetry(): void;
}

/** A failed read, with its details and the button that tries again. */
export function RequestFailed({ title, error, onRetry }: RequestFailedProps) {
  const t = useTexts();
  return (
    <>
      <NoHeadings>
        <ResponseErrorPanel
          title={`${title}: ${messageOf(error)}`}
          error={error}
        />
      </NoHeadings>
      <Box mt={2}>
        <Button variant="outlined" onClick={onRetry}>
          {t('retry')}
        </Button>
      </Box>
    </>
  );
}
