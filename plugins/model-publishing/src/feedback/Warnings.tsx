import { Warning } from '@inference-portal/plugin-model-publishing-common';
import { useTexts } from '../translation/useTexts';
import { Notice } from './Notice';

/** What was accepted and has no effect; nothing when there is none. */
export function Warnings({ warnings }: { warnings: Warning[] }) {
  const t = useTexts();
  if (warnings.length === 0) {
    return null;
  }
  return (
    <Notice severity="warning" title={t('warnings.title')}>
      {warnings.map(({ field, message }) => (
        <div key={field}>{`${field} ${message}`}</div>
      ))}
    </Notice>
  );
}
