import {
  Model,
  ModelRef,
} from '@inference-portal/plugin-model-publishing-common';
import { useModels } from '../api/useModels';
import { KnownPublication, usePublication } from '../api/usePublication';
import { canBePublished } from '../models/canBePublished';
import { obstacleOf } from '../models/obstacleOf';

/** What a card has to say about one model. */
export type ModelPublicationState =
  | { status: 'loading' }
  | { status: 'failed'; error: Error; retry(): void }
  | { status: 'published'; publication: KnownPublication }
  | UnpublishedModelState;

/** What there is to say about a model without a publication. */
export type UnpublishedModelState =
  | { status: 'publishable'; model: Model }
  | { status: 'notReady'; model: Model; reason: string | undefined }
  | { status: 'invisible' };

/** Asks the backend about the model that an entity points to. Its answer decides; the annotation proves nothing. */
export function useModelPublication({
  cluster,
  namespace,
  name,
}: ModelRef): ModelPublicationState {
  const isMeant = (found: { cluster: string }) =>
    cluster === undefined || found.cluster === cluster;
  const publication = usePublication({
    cluster,
    tenant: namespace,
    model: name,
  });
  const isPublished = Boolean(publication.data && isMeant(publication.data));
  const models = useModels(
    { tenant: namespace, name },
    { enabled: publication.isSuccess && !isPublished },
  );

  const failed = [publication, models].find(({ isError }) => isError);
  if (failed?.error) {
    const { error, refetch } = failed;
    return { status: 'failed', error, retry: refetch };
  }
  if (publication.data && isPublished) {
    return { status: 'published', publication: publication.data };
  }
  if (publication.isPending || !models.data) {
    return { status: 'loading' };
  }
  const model = models.data.items.find(isMeant);
  // Published all the same: a policy may keep the publication from who sees the model.
  if (!model || model.published) {
    return { status: 'invisible' };
  }
  return canBePublished(model)
    ? { status: 'publishable', model }
    : {
        status: 'notReady',
        model,
        reason: obstacleOf(model),
      };
}
