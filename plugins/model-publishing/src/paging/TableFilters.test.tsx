import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useLocation, useNavigate } from 'react-router-dom';
import { z } from 'zod';
import { expectAccessible } from '../__testUtils__/expectAccessible';
import { NothingFound } from './NothingFound';
import { PagedTable } from './PagedTable';
import { TableFilters } from './TableFilters';
import { useListState } from './useListState';

const ROWS = ['apple', 'pear', 'plum'].map(id => ({ id }));
const FRUIT = {
  filters: { colour: z.enum(['red', 'green']), ripe: z.enum(['yes', 'no']) },
  sorts: z.enum(['name', 'weight']),
  defaultSort: { by: 'name', order: 'asc' },
} as const;

/** A list whose backend is this component: it shows what it would be asked for. */
function Fruit() {
  const list = useListState(FRUIT);
  const rows = list.request.q === 'nothing' ? [] : ROWS;
  const navigate = useNavigate();
  return (
    <>
      <output aria-label="request">{JSON.stringify(list.request)}</output>
      <output aria-label="address">{useLocation().search}</output>
      <button onClick={() => navigate(-1)}>Back</button>
      <PagedTable
        title="Fruit"
        columns={[
          { title: 'Name', sort: 'name', cell: ({ id }) => id },
          { title: 'Weight', sort: 'weight', cell: () => '1 g' },
          { title: 'Note', cell: () => '-' },
        ]}
        answer={{
          items: rows,
          totalItems: rows.length && 90,
          nextCursor: `after-${list.request.cursor ?? 'start'}`,
        }}
        isTurning={false}
        pages={list}
        sorting={list}
        empty="No fruit at all"
        nothingFound={
          list.isFiltered ? <NothingFound onClear={list.clear} /> : undefined
        }
        filters={
          <TableFilters
            label="Filter fruit"
            searchLabel="Search fruit"
            state={list}
            filters={[
              {
                name: 'colour',
                label: 'Colour',
                options: [
                  { value: 'red', label: 'Red' },
                  { value: 'green', label: 'Green' },
                ],
              },
            ]}
          />
        }
      />
    </>
  );
}

function openAt(query: string) {
  renderInTestApp(<Fruit />, { initialRouteEntries: [`/${query}`] });
}

const request = () =>
  JSON.parse(screen.getByLabelText('request').textContent ?? '');
const address = () => screen.getByLabelText('address').textContent;
const press = (name: string) =>
  userEvent.click(screen.getByRole('button', { name }));

describe('a list whose state is in the address', () => {
  it.each([
    ['', { limit: 20 }],
    [
      '?q=%20ap%20&colour=red&sort=weight&order=desc&limit=50&cursor=c3&page=4',
      {
        limit: 50,
        colour: 'red',
        cursor: 'c3',
        q: 'ap',
        sort: 'weight',
        order: 'desc',
      },
    ],
    // What nobody offers is not asked for: it would be refused.
    ['?colour=blue&ripe=&sort=taste&order=up&limit=7&other=1', { limit: 20 }],
  ])('is asked for as %j says', async (query, expected) => {
    openAt(query);
    await screen.findByRole('table');

    expect(request()).toEqual(expected);
  });

  it('writes each choice into the address, and the back button undoes it', async () => {
    openAt('?other=kept');
    await userEvent.selectOptions(
      await screen.findByRole('combobox', { name: 'Colour' }),
      'Green',
    );
    expect(address()).toBe('?other=kept&colour=green');
    await press('Weight');
    expect(request()).toEqual({
      limit: 20,
      colour: 'green',
      sort: 'weight',
      order: 'asc',
    });
    await press('Weight');
    expect(request()).toMatchObject({ sort: 'weight', order: 'desc' });
    const header = screen.getByRole('columnheader', { name: 'Weight' });
    expect(header).toHaveAttribute('aria-sort', 'descending');
    expect(
      screen.getByRole('columnheader', { name: 'Name' }),
    ).not.toHaveAttribute('aria-sort');

    await press('Back');
    await press('Back');
    expect(request()).toEqual({ limit: 20, colour: 'green' });
    await press('Clear filters');
    expect(address()).toBe('?other=kept');
    expect(screen.queryByRole('button', { name: 'Clear filters' })).toBeNull();
  });

  it('searches once the user pauses, and shows what the address says', async () => {
    openAt('?colour=red');
    const field = await screen.findByRole('searchbox', {
      name: 'Search fruit',
    });
    await userEvent.type(field, 'plum');
    await waitFor(() =>
      expect(request()).toEqual({ limit: 20, colour: 'red', q: 'plum' }),
    );
    await press('Clear filters');
    expect(field).toHaveValue('');

    await userEvent.type(field, 'nothing{Enter}');
    expect(
      screen.getByText('Nothing matches the search and the filters'),
    ).toBeInTheDocument();
    expect(field).toHaveFocus();
    await expectAccessible();
    const [, clear] = screen.getAllByRole('button', { name: 'Clear filters' });
    await userEvent.click(clear ?? field);
    expect(
      within(screen.getByRole('table')).getByRole('rowheader', {
        name: 'plum',
      }),
    ).toBeInTheDocument();
    await expectAccessible();
  });

  it('turns pages, and begins anew when anything else changes', async () => {
    openAt('');
    await screen.findByRole('table');
    await press('Next page');
    await press('Next page');
    expect(address()).toBe('?cursor=after-after-start&page=3');
    expect(screen.getByText('41-60 of 90')).toBeInTheDocument();
    await press('Previous page');
    expect(request()).toEqual({ limit: 20, cursor: 'after-start' });
    await press('Weight');
    expect(request()).toEqual({ limit: 20, sort: 'weight', order: 'asc' });
    await press('Back');
    expect(request()).toEqual({ limit: 20, cursor: 'after-start' });
  });

  it('leads back to the first page where the pages before are not known', async () => {
    openAt('?cursor=from-somebody&page=3');
    await screen.findByText('41-60 of 90');
    await press('Next page');
    await press('Previous page');
    expect(request()).toEqual({ limit: 20, cursor: 'from-somebody' });
    await press('Previous page');

    expect(address()).toBe('');
  });
});
