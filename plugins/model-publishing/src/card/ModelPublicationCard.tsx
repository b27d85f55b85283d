import { ModelRef } from '@inference-portal/plugin-model-publishing-common';
import { BadAnnotation } from '../entity/BadAnnotation';
import { EntityCard } from '../entity/EntityCard';
import { useModelOfEntity } from '../entity/useModelOfEntity';
import { useTexts } from '../translation/useTexts';
import { ExampleLine } from './ExampleLine';
import { ModelPublication } from './ModelPublication';
import { useModelLink } from './useModelLink';
import { useModelPublication } from './useModelPublication';

export interface ModelPublicationCardProps {
  /** In the place of the usual one. */
  title?: string;
}

/** On the page of an entity that stands for a model: whether and how the model is published. */
export function ModelPublicationCard({ title }: ModelPublicationCardProps) {
  const t = useTexts();
  const { annotation, modelRef } = useModelOfEntity();
  const shownTitle = title ?? t('card.title');
  return modelRef ? (
    <CardOfModel title={shownTitle} modelRef={modelRef} />
  ) : (
    <EntityCard title={shownTitle}>
      <BadAnnotation value={annotation} />
    </EntityCard>
  );
}

function CardOfModel({
  title,
  modelRef,
}: {
  title: string;
  modelRef: ModelRef;
}) {
  const state = useModelPublication(modelRef);
  const link = useModelLink(state);
  return (
    <EntityCard title={title} link={link}>
      <ModelPublication state={state} />
      {state.status === 'published' && (
        <ExampleLine publication={state.publication} />
      )}
    </EntityCard>
  );
}
