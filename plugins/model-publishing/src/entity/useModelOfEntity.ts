import { useEntity } from '@backstage/plugin-catalog-react';
import {
  MODEL_ANNOTATION,
  ModelRef,
  parseModelRef,
} from '@inference-portal/plugin-model-publishing-common';

/** The model that the entity around says it stands for; the backend decides what is shown of it. */
export function useModelOfEntity(): {
  /** As it is written in the entity. */
  annotation: string;
  /** Absent when the annotation names no model. */
  modelRef: ModelRef | undefined;
} {
  const { entity } = useEntity();
  const annotation = entity.metadata.annotations?.[MODEL_ANNOTATION] ?? '';
  return { annotation, modelRef: parseModelRef(annotation) };
}
