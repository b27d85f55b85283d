import { ListedGateway } from '@inference-portal/plugin-model-publishing-common';
import { CountedPublications } from '../listings/PublicationCounts';

/** How many publications of each phase a gateway has. Phases without any are left out. */
export function publicationCounts(
  counts: CountedPublications[],
  place: { gateway: string; cluster: string },
): ListedGateway['publications'] {
  const own = counts.filter(
    ({ gateway, cluster }) =>
      gateway === place.gateway && cluster === place.cluster,
  );
  const byPhase: ListedGateway['publications']['byPhase'] = {};
  for (const { phase, count } of own) {
    if (count > 0) {
      byPhase[phase] = (byPhase[phase] ?? 0) + count;
    }
  }
  const sumOf = (some: CountedPublications[]) =>
    some.reduce((sum, { count }) => sum + count, 0);
  return {
    total: sumOf(own),
    byPhase,
    openai: sumOf(own.filter(({ modelType }) => modelType === 'openai')),
  };
}
