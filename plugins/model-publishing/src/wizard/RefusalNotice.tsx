import { messageOf } from '../feedback/messageOf';
import { Notice } from '../feedback/Notice';
import { useTexts } from '../translation/useTexts';
import { Refusal } from './useRefusal';

/** Why the backend refused, without repeating what stands at the fields. */
export function RefusalNotice({ refusal }: { refusal: Refusal | undefined }) {
  const t = useTexts();
  if (!refusal) {
    return null;
  }
  const { error, problems } = refusal;
  const isAtFields = problems.atFields.length > 0;
  return (
    <Notice severity="error" title={t('wizard.refused')}>
      {isAtFields && <div>{t('wizard.checkFields')}</div>}
      {problems.others.map(problem => (
        <div key={problem}>{problem}</div>
      ))}
      {!isAtFields && problems.others.length === 0 && messageOf(error)}
    </Notice>
  );
}
