import { stringifyEntityRef } from '@backstage/catalog-model';
import { useApiHolder } from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import {
  MODEL_ANNOTATION,
  PublicationRef,
} from '@inference-portal/plugin-model-publishing-common';
import { useQuery } from '@tanstack/react-query';
import { queryKeys } from './queryKeys';

/** Where the catalog finds what an entity is annotated with. */
const ANNOTATION_FIELD = `metadata.annotations.${MODEL_ANNOTATION}`;

/**
 * The ref of the entity that stands for a model; none while it is not known, where there is no such entity, and where
 * there is no catalog. Only a link depends on it, so that a failure is not shown.
 */
export function useModelEntity({
  cluster,
  tenant,
  model,
}: Required<PublicationRef>): string | undefined {
  const catalog = useApiHolder().get(catalogApiRef);
  const short = `${tenant}/${model}`;
  const full = `${cluster}/${short}`;
  const { data } = useQuery({
    queryKey: queryKeys.modelEntity({ cluster, tenant, model }),
    enabled: catalog !== undefined,
    queryFn: async () => {
      const found = await catalog?.getEntities({
        filter: { [ANNOTATION_FIELD]: [full, short] },
        fields: [
          'kind',
          'metadata.name',
          'metadata.namespace',
          'metadata.annotations',
        ],
      });
      const entities = found?.items ?? [];
      // Without a cluster, the annotation means the default one, which may be another one than this.
      const [entity] = [
        ...entities.filter(
          ({ metadata }) => metadata.annotations?.[MODEL_ANNOTATION] === full,
        ),
        ...entities,
      ];
      return entity ? stringifyEntityRef(entity) : null;
    },
  });
  return data ?? undefined;
}
