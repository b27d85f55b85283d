import { ModelRef } from '@inference-portal/plugin-model-publishing-common';
import { useModelPublication } from '../card/useModelPublication';
import { useTexts } from '../translation/useTexts';
import { BadAnnotation } from './BadAnnotation';
import { EntityCard } from './EntityCard';
import { ModelUsage } from './ModelUsage';
import { useModelOfEntity } from './useModelOfEntity';
import { useUsageLink } from './useUsageLink';

export interface ModelUsageCardProps {
  /** How far back, in UTC days, today included. */
  days?: number;
  /** In the place of the usual one. */
  title?: string;
}

/** On the page of an entity that stands for a model: how much it is used. */
export function ModelUsageCard({ days = 7, title }: ModelUsageCardProps) {
  const t = useTexts();
  const { annotation, modelRef } = useModelOfEntity();
  const shownTitle = title ?? t('usage.label');
  return modelRef ? (
    <CardOfModel title={shownTitle} modelRef={modelRef} days={days} />
  ) : (
    <EntityCard title={shownTitle}>
      <BadAnnotation value={annotation} />
    </EntityCard>
  );
}

function CardOfModel({
  title,
  modelRef,
  days,
}: {
  title: string;
  modelRef: ModelRef;
  days: number;
}) {
  const state = useModelPublication(modelRef);
  const link = useUsageLink(state);
  return (
    <EntityCard title={title} link={link}>
      <ModelUsage state={state} days={days} />
    </EntityCard>
  );
}
