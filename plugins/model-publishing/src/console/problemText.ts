import { Texts } from '../translation/useTexts';
import { RequestForm } from './useRequestForm';

/** What is wrong with a body, in words. */
export function problemText(
  t: Texts,
  problem: NonNullable<RequestForm['problem']>,
): string {
  return problem.problem === 'notJson'
    ? t('console.notJson', { problem: problem.message })
    : t(`console.${problem.problem}`);
}
