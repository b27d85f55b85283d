import { Finding } from '@inference-portal/plugin-model-publishing-common';
import Typography from '@material-ui/core/Typography';
import { useTexts } from '../translation/useTexts';

/** How something in a table stands; why, and what to do, only where it is not well. */
export function FindingText({
  finding: { status, message, advice },
}: {
  finding: Finding;
}) {
  const t = useTexts();
  const word = t(`conditions.${status}`);
  if (status === 'True') {
    return <>{word}</>;
  }
  return (
    <>
      {t('gateways.finding', { status: word, message })}
      {advice && (
        <Typography variant="body2" color="textSecondary">
          {t('conditions.advice', { advice })}
        </Typography>
      )}
    </>
  );
}
