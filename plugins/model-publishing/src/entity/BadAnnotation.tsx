import { MODEL_ANNOTATION } from '@inference-portal/plugin-model-publishing-common';
import { Notice } from '../feedback/Notice';
import { useTexts } from '../translation/useTexts';

/** For who has written the entity: its annotation names no model. */
export function BadAnnotation({ value }: { value: string }) {
  const t = useTexts();
  return (
    <Notice severity="error">
      {t('card.badAnnotation', { annotation: MODEL_ANNOTATION, value })}
    </Notice>
  );
}
