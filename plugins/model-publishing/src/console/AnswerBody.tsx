import { useTexts } from '../translation/useTexts';
import Typography from '@material-ui/core/Typography';
import { BodyText } from './BodyText';
import { Expandable } from './Expandable';
import { prettyJson } from './prettyJson';
import { streamedText } from './streamedText';
import { TestAnswer } from './TestAnswer';

/** The body of an answer: JSON in lines, a stream as the text that it makes and as it is. */
export function AnswerBody({ answer }: { answer: TestAnswer }) {
  const t = useTexts();
  const { body, response, outcome } = answer;
  const isRunning = outcome.state === 'running';
  if (response?.headers['content-type']?.startsWith('text/event-stream')) {
    return (
      <>
        <BodyText
          label={t(isRunning ? 'console.streamedText' : 'console.streamEnded')}
          text={streamedText(body) || t('console.noStreamedText')}
        />
        <Expandable title={t('console.rawEvents')}>
          <BodyText label={t('console.eventsAsTheyCame')} text={body} isCode />
        </Expandable>
      </>
    );
  }
  if (body === '') {
    return outcome.state === 'done' ? (
      <Typography variant="body2">{t('console.emptyBody')}</Typography>
    ) : null;
  }
  return (
    <BodyText label={t('console.answerBody')} text={prettyJson(body)} isCode />
  );
}
