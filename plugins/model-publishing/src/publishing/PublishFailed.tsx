import { messageOf } from '../feedback/messageOf';
import { Notice } from '../feedback/Notice';
import { useTexts } from '../translation/useTexts';
import { AnswerProblems } from './problemsOfAnswer';

export interface PublishFailedProps {
  error: Error;
  problems: AnswerProblems;
}

/** Why publishing failed, without repeating what stands at the fields. */
export function PublishFailed({
  error,
  problems: { fields, others },
}: PublishFailedProps) {
  const t = useTexts();
  const isAtFields = Object.keys(fields).length > 0;
  return (
    <Notice severity="error" title={t('publish.failed')}>
      {isAtFields && <div>{t('publish.checkFields')}</div>}
      {others.map(problem => (
        <div key={problem}>{problem}</div>
      ))}
      {!isAtFields && others.length === 0 && messageOf(error)}
    </Notice>
  );
}
