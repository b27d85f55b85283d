import Box from '@material-ui/core/Box';
import Typography from '@material-ui/core/Typography';
import { memo } from 'react';
import { Notice } from '../feedback/Notice';
import { useTexts } from '../translation/useTexts';
import { AnswerBody } from './AnswerBody';
import { AnswerHeaders } from './AnswerHeaders';
import { AnswerProblem } from './AnswerProblem';
import { AnswerStatus } from './AnswerStatus';
import { ConsolePane } from './ConsolePane';
import { TestAnswer } from './TestAnswer';

/** What has come back. Rendered anew for each part of it, as often as the browser can. */
export const AnswerPane = memo(Answer);

function Answer({ answer }: { answer: TestAnswer | undefined }) {
  const t = useTexts();
  if (!answer) {
    return (
      <ConsolePane title={t('console.answer')}>
        <Typography variant="body2">{t('console.nothingSent')}</Typography>
      </ConsolePane>
    );
  }
  const { response, outcome } = answer;
  return (
    <ConsolePane title={t('console.answer')}>
      <AnswerStatus answer={answer} />
      <AnswerProblem answer={answer} />
      {response && (
        <>
          <AnswerBody answer={answer} />
          {outcome.state === 'done' && outcome.truncated && (
            <Notice severity="warning">{t('console.truncated')}</Notice>
          )}
          <Box mt={2}>
            <AnswerHeaders headers={response.headers} />
          </Box>
        </>
      )}
    </ConsolePane>
  );
}
