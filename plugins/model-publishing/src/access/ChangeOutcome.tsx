import LinearProgress from '@material-ui/core/LinearProgress';
import { isOutdated } from '../api/useChangeAccess';
import { messageOf } from '../feedback/messageOf';
import { Notice } from '../feedback/Notice';
import { useTexts } from '../translation/useTexts';

export interface ChangeOutcomeProps {
  isPending: boolean;
  error: Error | null;
}

/** What a change of access comes to, below what has made it. */
export function ChangeOutcome({ isPending, error }: ChangeOutcomeProps) {
  const t = useTexts();
  if (isPending) {
    return <LinearProgress aria-label={t('access.running')} />;
  }
  return (
    error && (
      <Notice severity="error" title={t('access.failed')}>
        {isOutdated(error) ? t('access.changedMeanwhile') : messageOf(error)}
      </Notice>
    )
  );
}
