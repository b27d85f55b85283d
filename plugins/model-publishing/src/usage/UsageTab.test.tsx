import {
  ReadPublication,
  UsageSeries,
  UsageState,
} from '@inference-portal/plugin-model-publishing-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useLocation } from 'react-router-dom';
import { failure, useBackend } from '../__testUtils__/backend';
import { aPublicationDetail, aUsage, CHAT } from '../__testUtils__/builders';
import { expectAccessible } from '../__testUtils__/expectAccessible';
import { renderWithBackend } from '../__testUtils__/renderWithBackend';
import {
  aListedKey,
  aTimeSeries,
  aUsageSeries,
} from '../__testUtils__/usageBuilders';
import { withoutKey } from '../api/withoutKey';
import { UsageTab } from './UsageTab';

const NOTHING_KNOWN = {
  asOf: null,
  since: null,
  totalRequests: null,
  requestsToday: null,
  requestsLimited: null,
  lastAccessTime: null,
};

/** What the publisher is answered, by what is told apart. */
const OF_PUBLISHER: Record<string, Partial<UsageSeries>> = {
  '': {},
  status: {
    groupBy: 'status',
    series: [
      aTimeSeries('responses', [undefined, 4, 0, 2], { status: '200' }),
      aTimeSeries('responses', [undefined, 1, 0, 0], { status: '404' }),
      aTimeSeries('responses', [undefined, 0, 0, 1], { status: '503' }),
      aTimeSeries('limited', [undefined, 0, 2, 0]),
    ],
  },
  tokenType: {
    groupBy: 'tokenType',
    series: [
      aTimeSeries('tokens', [undefined, 100, 0, 50], { tokenType: 'input' }),
      aTimeSeries('tokens', [undefined, 20, 0, 10], { tokenType: 'output' }),
      aTimeSeries('tokens', [undefined, 1, 0, 0], { tokenType: 'cached' }),
    ],
  },
  tenant: {
    groupBy: 'tenant',
    series: [
      aTimeSeries('calls', [undefined, 3, 0, 1], { tenant: 'tenant-a' }),
      aTimeSeries('calls', [undefined, 2, 0, 2], { tenant: 'tenant-b' }),
      aTimeSeries('tokens', [undefined, 9, 0, 0], { tenant: 'tenant-b' }),
    ],
  },
  key: {
    groupBy: 'key',
    series: [
      aTimeSeries('calls', [undefined, 3], { tenant: 'tenant-a', keyId: 'k1' }),
      aTimeSeries('calls', [undefined, 2], { tenant: 'tenant-b', keyId: 'k2' }),
    ],
  },
};

describe('the tab with usage', () => {
  const backend = useBackend();

  function Address() {
    return <output aria-label="Address">{useLocation().search}</output>;
  }

  function show(
    answers: Record<string, Partial<UsageSeries>> = OF_PUBLISHER,
    publication: Partial<ReadPublication> = {},
  ) {
    const requests = backend.on('get', '/models/:model/publish/usage', got => ({
      body: aUsageSeries(answers[got.query.groupBy ?? ''] ?? answers['']),
    }));
    const { rest } = withoutKey(aPublicationDetail(publication));
    renderWithBackend(
      <>
        <UsageTab publication={rest} />
        <Address />
      </>,
    );
    return requests;
  }

  const panels = () =>
    screen.queryAllByRole('region', {
      name: /by status|^Errors|^Refused|^Requests|^Tokens/,
    });
  const panel = (name: string) => screen.findByRole('region', { name });
  const rowsOf = (table: HTMLElement) =>
    within(table)
      .getAllByRole('row')
      .map(row =>
        [...row.querySelectorAll('th, td')].map(cell => cell.textContent),
      );
  const asTables = async () =>
    userEvent.click(
      await screen.findByRole('checkbox', { name: 'Show as tables' }),
    );
  const figures = () =>
    screen
      .getAllByRole('term')
      .map(term => `${term.textContent}: ${term.nextSibling?.textContent}`);

  it('shows answers, errors and refusals as charts that the keyboard reaches', async () => {
    show();

    for (const name of ['Answers by status', 'Errors', 'Refused by limits']) {
      const region = await panel(name);
      const chart = await within(region).findByRole('application', { name });
      expect(chart).toHaveAttribute('tabindex', '0');
    }
    expect(await panel('Answers by status')).toHaveTextContent(
      'Success (2xx): 6',
    );
    expect(await panel('Errors')).toHaveTextContent('Status 404: 1');
    expect(await panel('Refused by limits')).toHaveTextContent('Refused: 2');
    expect(figures().slice(0, 5)).toEqual([
      'Requests in this time: 8',
      'Refused by limits: 2',
      'Errors: 2',
      'Requests since counting began: 1,234',
      'Today (UTC): 56',
    ]);
    await expectAccessible();
  });

  it('says the values of each span when the keyboard moves through a chart', async () => {
    show();
    const region = await panel('Answers by status');
    const chart = await within(region).findByRole('application');

    chart.focus();
    await userEvent.keyboard('{ArrowRight}');

    const status = await within(region).findByRole('status');
    expect(status).toHaveTextContent('Success (2xx): 4');
    expect(status).toHaveTextContent(/errors \(4xx\): 1/);
    await userEvent.keyboard('{ArrowLeft}');
    await waitFor(() =>
      expect(within(region).getByRole('status')).toHaveTextContent('Not known'),
    );
  });

  it('shows the same as tables, in which what is not known is no zero', async () => {
    show();
    await asTables();

    const region = await panel('Answers by status');
    const table = await within(region).findByRole('table');
    expect(rowsOf(table).map(([, ...cells]) => cells.slice(0, 2))).toEqual([
      ['Success (2xx)', 'Caller’s errors (4xx)'],
      ['2', '0'],
      ['0', '0'],
      ['4', '1'],
      ['not known', 'not known'],
      ['6', '1'],
    ]);
    expect(within(region).queryByRole('application')).toBeNull();
    await expectAccessible();
  });

  it('tells tenants apart, and keys by their names, with one request for all names', async () => {
    const keys = backend.on('get', '/models/:model/publish/keys', () => ({
      body: {
        items: [
          aListedKey({ id: 'k1', name: 'nightly' }),
          aListedKey({ id: 'k2', hint: 'mp_k2…', name: null }),
        ],
        totalItems: 2,
      },
    }));
    show();

    const byTenant = await panel('Requests by tenant');
    await within(byTenant).findByText('tenant-a: 4');
    expect(byTenant).toHaveTextContent('tenant-b: 4');
    expect(keys).toEqual([]);
    await userEvent.click(
      within(byTenant).getByRole('button', { name: 'Keys' }),
    );

    const byKey = await panel('Requests by key');
    await within(byKey).findByText('nightly of tenant-a: 3');
    expect(byKey).toHaveTextContent('mp_k2… of tenant-b: 2');
    expect(keys).toHaveLength(1);
    await expectAccessible();
  });

  it('counts tokens of an OpenAI-compatible model by type, and by who has used them', async () => {
    show(OF_PUBLISHER, CHAT);

    const tokens = await panel('Tokens');
    await within(tokens).findByText('Input: 150');
    expect(tokens).toHaveTextContent('Input: 150Output: 30Others: 1');
    const byTenant = await panel('Requests by tenant');
    await userEvent.click(
      within(byTenant).getByRole('button', { name: 'Tokens' }),
    );
    await within(await panel('Tokens by tenant')).findByText('tenant-b: 9');
  });

  it('shows no tokens of a traditional model', async () => {
    show();
    await panel('Requests by tenant');
    expect(screen.queryByRole('region', { name: 'Tokens' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Tokens' })).toBeNull();
  });

  it('keeps the time in the address, and asks in steps that fit', async () => {
    const requests = show();
    await panel('Answers by status');
    expect(requests[0]?.query).toMatchObject({ step: 'hour' });

    await userEvent.click(screen.getByRole('button', { name: '90 d' }));

    await waitFor(() =>
      expect(requests.at(-1)?.query).toMatchObject({ step: 'day' }),
    );
    expect(screen.getByRole('status', { name: 'Address' })).toHaveTextContent(
      '?range=90d',
    );
    expect(screen.getByRole('button', { name: '90 d' })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
  });

  it('looks at any time between two others, and says what is wrong with them', async () => {
    const requests = show();
    await panel('Answers by status');
    await userEvent.click(screen.getByRole('button', { name: 'Custom' }));
    const type = async (label: string, value: string) => {
      await userEvent.clear(screen.getByLabelText(label));
      await userEvent.type(screen.getByLabelText(label), value);
    };
    await type('From', '2026-02-03T10:00');
    await type('To', '2026-02-03T09:00');
    await userEvent.click(screen.getByRole('button', { name: 'Show' }));
    expect(screen.getByLabelText('To')).toHaveAccessibleDescription(
      'Must be after the beginning',
    );
    await expectAccessible();

    await type('To', '2026-02-03T12:00');
    await userEvent.click(screen.getByRole('button', { name: 'Show' }));

    const from = new Date('2026-02-03T10:00').toISOString();
    const to = new Date('2026-02-03T12:00').toISOString();
    await waitFor(() =>
      expect(requests.at(-1)?.query).toMatchObject({ from, to }),
    );
    expect(screen.getByRole('status', { name: 'Address' })).toHaveTextContent(
      `from=${encodeURIComponent(from)}`,
    );
  });

  it('leads to the first request when there was none', async () => {
    show({
      '': {
        series: [
          aTimeSeries('requests', [undefined, 0, 0, 0]),
          aTimeSeries('limited', [undefined, 0, 0, 0]),
        ],
      },
    });

    await screen.findByText('No requests in this time');
    expect(screen.getByRole('button', { name: 'Try it' })).toHaveAttribute(
      'href',
      '/model-publishing/published/sandbox/tenant-a/iris/try-it',
    );
    expect(panels()).toEqual([]);
    await expectAccessible();
  });

  it('does not take a time of which nothing is known for one without requests', async () => {
    show({ '': { to: '2026-03-04T11:00:00.000Z', series: [] } });

    await screen.findByText('Nothing is known of this time');
    expect(screen.queryByText('No requests in this time')).toBeNull();
  });

  it.each<[UsageState, Partial<UsageSeries['usage']>, RegExp, boolean]>([
    ['pending', NOTHING_KNOWN, /Not counted yet/, false],
    ['off', NOTHING_KNOWN, /no source of metrics/, false],
    ['unavailable', NOTHING_KNOWN, /Not available at the moment/, false],
    ['unavailable', {}, /Not available since/, true],
  ])(
    'says that usage is %s, with what is known of it (%#)',
    async (state, wanting, words, hasCharts) => {
      show({
        ...OF_PUBLISHER,
        '': {
          usage: { ...aUsageSeries().usage, state, ...wanting },
          ...(hasCharts ? {} : { series: [] }),
        },
      });

      await screen.findByText(words);
      if (hasCharts) {
        await panel('Answers by status');
      }
      expect(panels().length > 0).toBe(hasCharts);
      expect(screen.queryAllByRole('term').length > 0).toBe(hasCharts);
      await expectAccessible();
    },
  );

  it('shows a consumer the own keys, and says so', async () => {
    const usage = aUsage({
      scope: 'tenants',
      since: '2026-03-04T11:00:00.000Z',
      asOf: '2026-03-04T13:30:00.000Z',
      requestsLimited: null,
    });
    const requests = show(
      {
        '': { usage, series: [aTimeSeries('calls', [undefined, 2, 0, 3])] },
        tenant: { ...OF_PUBLISHER.tenant, usage },
      },
      { access: 'consumer' },
    );

    await within(await panel('Requests with your keys')).findByText(
      'Requests: 5',
    );
    expect(
      screen.getByText(/requests made with keys of your own tenants/),
    ).toBeInTheDocument();
    expect(screen.queryByRole('region', { name: 'Errors' })).toBeNull();
    expect(requests.map(({ query }) => query.groupBy)).not.toContain('status');
    await expectAccessible();
  });

  it('tells a consumer that requests are not counted by key, instead of showing none', async () => {
    const usage = aUsage({
      scope: 'tenants',
      totalRequests: null,
      since: '2026-03-04T11:00:00.000Z',
      asOf: '2026-03-04T13:30:00.000Z',
    });
    show({ '': { usage, series: [] } }, { access: 'consumer' });

    await screen.findByText(/does not count these requests by key/);
    expect(panels()).toEqual([]);
  });

  it('says why usage could not be read, and reads it again', async () => {
    let isAway = true;
    backend.on('get', '/models/:model/publish/usage', () =>
      isAway ? failure(503, 'The database is away') : { body: aUsageSeries() },
    );
    const { rest } = withoutKey(aPublicationDetail());
    renderWithBackend(<UsageTab publication={rest} />);

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The database is away',
    );
    await expectAccessible();
    isAway = false;
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));

    await panel('Answers by status');
  });
});
