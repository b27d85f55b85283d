import {
  RotatedKey,
  SnippetSource,
} from '@inference-portal/plugin-model-publishing-common';
import { DoneStep } from '../feedback/DoneStep';
import { Notice } from '../feedback/Notice';
import { Formats } from '../formats/formatsFor';
import { useFormats } from '../formats/useFormats';
import { Texts, useTexts } from '../translation/useTexts';
import { IssuedKey } from './IssuedKey';

export interface RotatedStepProps {
  title: string;
  publication: SnippetSource;
  rotated: Omit<RotatedKey, 'apiKey'>;
  apiKey: string | null;
  onClose(): void;
}

/** The new key, whether the gateway knows it already, and until when the old one works. */
export function RotatedStep({
  title,
  publication,
  rotated,
  apiKey,
  onClose,
}: RotatedStepProps) {
  const t = useTexts();
  const formats = useFormats();
  return (
    <DoneStep title={title} onClose={onClose}>
      <Notice severity="info">{outcomeOf(t, formats, rotated)}</Notice>
      <IssuedKey apiKey={apiKey} publication={publication} />
    </DoneStep>
  );
}

function outcomeOf(
  t: Texts,
  formats: Formats,
  { effective, previousKeyEndsAt }: Omit<RotatedKey, 'apiKey'>,
): string {
  if (previousKeyEndsAt === null) {
    return effective === 'now' ? t('rotate.done') : t('rotate.pending');
  }
  const time = formats.time(previousKeyEndsAt);
  return effective === 'now'
    ? t('keys.rotate.oldUntil', { time })
    : t('keys.rotate.oldUntilPending', { time });
}
