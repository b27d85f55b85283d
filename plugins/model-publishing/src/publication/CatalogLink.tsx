import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { useModelEntity } from '../api/useModelEntity';
import { useTexts } from '../translation/useTexts';
import { PublicationPlace } from './PublicationPlace';

/** The way to the entity that stands for a model; nothing where there is none. */
export function CatalogLink({ place }: { place: PublicationPlace }) {
  const t = useTexts();
  const entityRef = useModelEntity(place);
  return entityRef === undefined ? null : (
    <EntityRefLink entityRef={entityRef} disableTooltip>
      {t('publication.inCatalog')}
    </EntityRefLink>
  );
}
