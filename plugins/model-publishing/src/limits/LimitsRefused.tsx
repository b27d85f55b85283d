import { messageOf } from '../feedback/messageOf';
import { Notice } from '../feedback/Notice';
import { useTexts } from '../translation/useTexts';

export interface LimitsRefusedProps {
  error: Error | undefined;
  /** What belongs to no field. */
  others: string[];
}

/** Why a change of limits was refused, without repeating what stands at the fields. */
export function LimitsRefused({ error, others }: LimitsRefusedProps) {
  const t = useTexts();
  if (!error) {
    return null;
  }
  return (
    <Notice severity="error" title={t('limitsForm.edit.failed')}>
      {others.length > 0
        ? others.map(problem => <div key={problem}>{problem}</div>)
        : messageOf(error)}
    </Notice>
  );
}
