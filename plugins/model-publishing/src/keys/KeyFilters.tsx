import {
  KeyState,
  keyStateSchema,
} from '@inference-portal/plugin-model-publishing-common';
import Box from '@material-ui/core/Box';
import { FilterSelect } from '../paging/FilterSelect';
import { useTexts } from '../translation/useTexts';

/** What the list of keys is narrowed to. */
export interface KeyFilter {
  state?: KeyState;
  keyTenant?: string;
}

export interface KeyFiltersProps {
  value: KeyFilter;
  /** Those that keys can belong to. */
  tenants: string[];
  onChange(value: KeyFilter): void;
}

/** The choices above the table of keys. */
export function KeyFilters({ value, tenants, onChange }: KeyFiltersProps) {
  const t = useTexts();
  return (
    <Box
      role="search"
      aria-label={t('keys.filters.label')}
      display="flex"
      flexWrap="wrap"
      gridGap={16}
      px={3}
      pb={2}
    >
      <FilterSelect
        filter={{
          name: 'state',
          label: t('keys.columns.state'),
          options: keyStateSchema.options.map(state => ({
            value: state,
            label: t(`keys.states.${state}`),
          })),
        }}
        value={value.state}
        onChoose={chosen =>
          onChange({ ...value, state: keyStateSchema.safeParse(chosen).data })
        }
      />
      {tenants.length > 1 && (
        <FilterSelect
          filter={{
            name: 'tenant',
            label: t('keys.columns.tenant'),
            options: tenants.map(tenant => ({ value: tenant, label: tenant })),
          }}
          value={value.keyTenant}
          onChoose={keyTenant => onChange({ ...value, keyTenant })}
        />
      )}
    </Box>
  );
}
