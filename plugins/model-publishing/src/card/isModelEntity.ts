import { Entity } from '@backstage/catalog-model';
import { MODEL_ANNOTATION } from '@inference-portal/plugin-model-publishing-common';

/** Whether an entity says that it stands for a model. */
export function isModelEntity(entity: Entity): boolean {
  return entity.metadata.annotations?.[MODEL_ANNOTATION] !== undefined;
}
