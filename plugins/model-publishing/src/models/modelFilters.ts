import {
  ListedTenant,
  modelTypeSchema,
} from '@inference-portal/plugin-model-publishing-common';
import { placeFilters } from '../paging/placeFilters';
import { TableFilter } from '../paging/TableFilter';
import { Texts } from '../translation/useTexts';

/** What the list of models can be narrowed to. */
export function modelFilters(
  t: Texts,
  tenants: ListedTenant[],
  chosen: Readonly<Record<string, string | undefined>>,
): TableFilter[] {
  return [
    ...placeFilters(t, tenants, chosen),
    {
      name: 'type',
      label: t('models.columns.type'),
      options: modelTypeSchema.options.map(value => ({
        value,
        label: t(`modelType.${value}`),
      })),
    },
    {
      name: 'ready',
      label: t('models.columns.ready'),
      options: [
        { value: 'true', label: t('models.ready') },
        { value: 'false', label: t('models.notReady') },
      ],
    },
    {
      name: 'published',
      label: t('models.columns.published'),
      options: [
        { value: 'true', label: t('models.alreadyPublished') },
        { value: 'false', label: t('models.notPublished') },
      ],
    },
  ];
}
