import { InfoCard } from '@backstage/core-components';
import { useTexts } from '../translation/useTexts';

export interface ModelUsageCardProps {
  /** How far back, in days. */
  days?: number;
}

/** On the page of an entity that stands for a model: how much it is used. */
export function ModelUsageCard({ days = 7 }: ModelUsageCardProps) {
  const t = useTexts();
  return (
    <InfoCard title={t('usage.label')} variant="gridItem">
      {days}
    </InfoCard>
  );
}
