import { ListedTenant } from '@inference-portal/plugin-model-publishing-common';
import { Texts } from '../translation/useTexts';
import { TableFilter } from './TableFilter';

/**
 * The choices of tenant and cluster: the user's own ones and those that are chosen already. Other tenants are found by
 * searching. A choice among less than two things is none, so that it is left out.
 */
export function placeFilters(
  t: Texts,
  tenants: ListedTenant[],
  chosen: Readonly<Record<string, string | undefined>>,
): TableFilter[] {
  return [
    {
      name: 'tenant',
      label: t('table.tenant'),
      options: choicesOf(
        tenants.map(({ tenantId }) => tenantId),
        chosen.tenant,
      ),
    },
    {
      name: 'cluster',
      label: t('table.cluster'),
      options: choicesOf(
        tenants.map(({ cluster }) => cluster),
        chosen.cluster,
      ),
    },
  ].filter(
    ({ name, options }) => options.length > 1 || chosen[name] !== undefined,
  );
}

/** Each value once, with the chosen one among them, in their order. */
export function choicesOf(
  values: string[],
  chosen: string | undefined,
): TableFilter['options'] {
  return [...new Set([...values, ...(chosen ? [chosen] : [])])]
    .sort()
    .map(value => ({ value, label: value }));
}
