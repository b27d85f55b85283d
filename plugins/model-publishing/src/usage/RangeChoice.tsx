import { useState } from 'react';
import { useTexts } from '../translation/useTexts';
import { ChoiceButtons } from './ChoiceButtons';
import { CustomRange } from './CustomRange';
import { PRESET_NAMES, UsageRange } from './usageRange';

const CHOICES = [...PRESET_NAMES, 'custom'] as const;

export interface RangeChoiceProps {
  range: UsageRange;
  onChoose(range: UsageRange): void;
}

/** Which time is looked at: one that ends now, or any other. */
export function RangeChoice({ range, onChoose }: RangeChoiceProps) {
  const t = useTexts();
  const [isOwn, setIsOwn] = useState(!('preset' in range));
  const shown = 'preset' in range && !isOwn ? range.preset : 'custom';
  return (
    <>
      <ChoiceButtons
        label={t('usageOverTime.range.label')}
        choices={CHOICES}
        textOf={id => t(`usageOverTime.range.${id}`)}
        chosen={shown}
        onChoose={id => {
          setIsOwn(id === 'custom');
          if (id !== 'custom') {
            onChoose({ preset: id });
          }
        }}
      />
      {shown === 'custom' && <CustomRange range={range} onChoose={onChoose} />}
    </>
  );
}
