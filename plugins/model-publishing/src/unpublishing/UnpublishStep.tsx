import { useState } from 'react';
import { FormStep } from '../feedback/FormStep';
import { useTexts } from '../translation/useTexts';
import { UnpublishQuestion } from './UnpublishQuestion';
import { UnpublishedModel } from './UnpublishedModel';

export interface UnpublishStepProps {
  publication: UnpublishedModel;
  isPending: boolean;
  error: Error | null;
  onSubmit(): void;
  onClose(): void;
}

/** Asks for the model's name before anything is removed. */
export function UnpublishStep({
  publication,
  isPending,
  error,
  onSubmit,
  onClose,
}: UnpublishStepProps) {
  const t = useTexts();
  const { modelName: model } = publication;
  const [typedName, setTypedName] = useState('');
  return (
    <FormStep
      title={t('unpublish.title', { model })}
      submit={t('unpublish.submit')}
      running={t('unpublish.running')}
      failed={t('unpublish.failed')}
      canSubmit={typedName === model}
      isRemoval
      isPending={isPending}
      error={error}
      onSubmit={onSubmit}
      onClose={onClose}
    >
      <UnpublishQuestion
        publication={publication}
        typedName={typedName}
        onType={setTypedName}
        disabled={isPending}
      />
    </FormStep>
  );
}
