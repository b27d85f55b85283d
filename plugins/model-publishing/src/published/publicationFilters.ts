import {
  ListedTenant,
  modelTypeSchema,
  phaseSchema,
  publicationAccessSchema,
  visibilitySchema,
} from '@inference-portal/plugin-model-publishing-common';
import { choicesOf, placeFilters } from '../paging/placeFilters';
import { TableFilter } from '../paging/TableFilter';
import { Texts } from '../translation/useTexts';

export interface KnownChoices {
  tenants: ListedTenant[];
  /** Those of the publications that were shown so far. */
  gateways: string[];
}

/** What the list of published models can be narrowed to. */
export function publicationFilters(
  t: Texts,
  { tenants, gateways }: KnownChoices,
  chosen: Readonly<Record<string, string | undefined>>,
): TableFilter[] {
  const gatewayChoices = choicesOf(gateways, chosen.gateway);
  return [
    ...placeFilters(t, tenants, chosen),
    {
      name: 'type',
      label: t('published.columns.type'),
      options: modelTypeSchema.options.map(value => ({
        value,
        label: t(`modelType.${value}`),
      })),
    },
    {
      name: 'phase',
      label: t('published.columns.phase'),
      options: phaseSchema.options.map(value => ({
        value,
        label: t(`phase.${value}`),
      })),
    },
    {
      name: 'visibility',
      label: t('published.filters.visibility'),
      options: visibilitySchema.options.map(value => ({
        value,
        label: t(`publication.visibility.${value}`),
      })),
    },
    {
      name: 'access',
      label: t('published.filters.access'),
      options: publicationAccessSchema.options.map(value => ({
        value,
        label: t(`published.access.${value}`),
      })),
    },
    ...(gatewayChoices.length > 1 || chosen.gateway
      ? [
          {
            name: 'gateway',
            label: t('published.filters.gateway'),
            options: gatewayChoices,
          },
        ]
      : []),
  ];
}
