import {
  OWNER_ANNOTATION,
  RENDER_VERSION_ANNOTATION,
} from '@inference-portal/plugin-model-publishing-common';
import { ObjectMeta } from '../cluster/defineResource';
import { Component, publicationLabels } from '../labels';
import { objectNameOf } from '../names';
import { RenderContext } from './RenderContext';

/** Grows with every change of what is rendered; a replica with older code leaves newer objects alone. */
export const RENDER_VERSION = 3;

/** Metadata of an object of a publication. All of them have one name. */
export function publicationMetadata(
  { publication, gateway, instanceId }: RenderContext,
  component: Component,
): ObjectMeta {
  return {
    name: objectNameOf(publication.id, publication.model),
    namespace: gateway.namespace,
    labels: publicationLabels(publication, instanceId, component),
    annotations: {
      [OWNER_ANNOTATION]: publication.createdBy,
      [RENDER_VERSION_ANNOTATION]: String(RENDER_VERSION),
    },
  };
}
