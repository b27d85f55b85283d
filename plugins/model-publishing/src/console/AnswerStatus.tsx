import Box from '@material-ui/core/Box';
import LinearProgress from '@material-ui/core/LinearProgress';
import Typography from '@material-ui/core/Typography';
import { Labelled } from '../feedback/Labelled';
import { Texts, useTexts } from '../translation/useTexts';
import { meaningOf } from './meaningOf';
import { TestAnswer } from './TestAnswer';

/** How far it is, and how it went; screen readers are told of each step, and not of each word of the answer. */
export function AnswerStatus({ answer }: { answer: TestAnswer }) {
  const t = useTexts();
  const { response, outcome } = answer;
  const progress = progressText(t, answer);
  const milliseconds = (value: number) => (
    <Typography>
      {t('console.milliseconds', { value: value.toLocaleString() })}
    </Typography>
  );
  return (
    <>
      <div role="status">
        {response && (
          <Typography variant="subtitle1" component="p">
            {t(`console.meaning.${meaningOf(response.status)}`, {
              status: String(response.status),
            })}
          </Typography>
        )}
        {progress && (
          <Typography variant="body2" gutterBottom>
            {progress}
          </Typography>
        )}
      </div>
      {outcome.state === 'running' && progress && (
        <LinearProgress aria-label={progress} />
      )}
      {response && (
        <Box display="flex" flexWrap="wrap" mt={1} style={{ gap: 32 }}>
          <Labelled label={t('console.latency')}>
            {milliseconds(response.latencyMs)}
          </Labelled>
          {outcome.state === 'done' && (
            <Labelled label={t('console.duration')}>
              {milliseconds(outcome.durationMs)}
            </Labelled>
          )}
        </Box>
      )}
    </>
  );
}

function progressText(
  t: Texts,
  { response, outcome }: TestAnswer,
): string | undefined {
  switch (outcome.state) {
    case 'running':
      return t(response ? 'console.receiving' : 'console.waiting');
    case 'stopped':
      return t('console.stopped');
    case 'done':
      return t('console.complete');
    case 'failed':
    case 'refused':
      // Said as a problem.
      return undefined;
    default:
      throw new Error(`Unexpected outcome ${outcome satisfies never}`);
  }
}
