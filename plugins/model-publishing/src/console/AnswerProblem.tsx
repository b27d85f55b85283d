import { messageOf } from '../feedback/messageOf';
import { Notice } from '../feedback/Notice';
import { Texts, useTexts } from '../translation/useTexts';
import { limitHit } from './limitHit';
import { meaningOf } from './meaningOf';
import { TestAnswer } from './TestAnswer';

/** What went wrong, and what to do about it; nothing when all is well. */
export function AnswerProblem({ answer }: { answer: TestAnswer }) {
  const t = useTexts();
  const { response, outcome } = answer;
  const advice = response && adviceText(t, response);
  return (
    <>
      {outcome.state === 'refused' && (
        <Notice severity="error" title={t('console.refused')}>
          {messageOf(outcome.error)}
        </Notice>
      )}
      {outcome.state === 'failed' && (
        <Notice severity="error">
          {t(`console.failures.${outcome.reason}`)}
        </Notice>
      )}
      {advice && <Notice severity="warning">{advice}</Notice>}
    </>
  );
}

function adviceText(
  t: Texts,
  { status, headers }: NonNullable<TestAnswer['response']>,
): string | undefined {
  const meaning = meaningOf(status);
  const hit = meaning === 'limited' ? limitHit(headers) : undefined;
  if (meaning === 'success') {
    return undefined;
  }
  return [
    ...(hit
      ? [
          t('console.advice.limitedUntil', {
            limit: String(hit.limit),
            seconds: String(hit.seconds),
          }),
        ]
      : []),
    t(`console.advice.${meaning}`),
  ].join(' ');
}
