import Button from '@material-ui/core/Button';
import { makeStyles, Theme } from '@material-ui/core/styles';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import { useId, useState } from 'react';
import { useTexts } from '../translation/useTexts';
import { FilterSelect } from './FilterSelect';
import { SearchField } from './SearchField';
import { FilterState, TableFilter } from './TableFilter';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1.5),
    padding: theme.spacing(0, 2, 2),
  },
  search: { flexGrow: 1, minWidth: 240, maxWidth: 400 },
  choices: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1.5),
  },
}));

export interface TableFiltersProps {
  /** What is filtered, for those who do not see the table below. */
  label: string;
  searchLabel: string;
  searchHint?: string;
  state: FilterState;
  filters: TableFilter[];
}

/** Search and choices above a table. On narrow screens the choices wait behind a button. */
export function TableFilters({
  label,
  searchLabel,
  searchHint,
  state,
  filters,
}: TableFiltersProps) {
  const t = useTexts();
  const classes = useStyles();
  const id = useId();
  const [isOpen, setIsOpen] = useState(false);
  const isNarrow = useMediaQuery<Theme>(theme => theme.breakpoints.down('sm'));
  const inUse = Object.keys(state.filters).length;
  return (
    <div className={classes.root} role="search" aria-label={label}>
      <SearchField
        className={classes.search}
        label={searchLabel}
        hint={searchHint}
        text={state.text}
        onSearch={state.search}
      />
      {isNarrow && filters.length > 0 && (
        <Button
          variant="outlined"
          aria-expanded={isOpen}
          aria-controls={isOpen ? id : undefined}
          onClick={() => setIsOpen(!isOpen)}
        >
          {inUse > 0
            ? t('table.filtersInUse', { number: String(inUse) })
            : t('table.filters')}
        </Button>
      )}
      {(!isNarrow || isOpen) && (
        <div id={id} className={classes.choices}>
          {filters.map(filter => (
            <FilterSelect
              key={filter.name}
              filter={filter}
              value={state.filters[filter.name]}
              onChoose={value => state.setFilter(filter.name, value)}
            />
          ))}
        </div>
      )}
      {state.isFiltered && (
        <Button onClick={state.clear}>{t('table.clearFilters')}</Button>
      )}
    </div>
  );
}
