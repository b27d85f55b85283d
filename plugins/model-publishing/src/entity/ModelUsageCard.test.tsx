import {
  ReadPublication,
  UsageSeries,
  UsageSummary,
} from '@inference-portal/plugin-model-publishing-common';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { failure, useBackend } from '../__testUtils__/backend';
import {
  aModel,
  aModelList,
  aPublicationDetail,
} from '../__testUtils__/builders';
import { OnEntityPage } from '../__testUtils__/entityBuilders';
import { expectAccessible } from '../__testUtils__/expectAccessible';
import { renderWithBackend } from '../__testUtils__/renderWithBackend';
import { aTimeSeries, aUsageSeries } from '../__testUtils__/usageBuilders';
import { ModelUsageCard } from './ModelUsageCard';

const PUBLICATION = '/models/iris/publish';
const DAY_MS = 24 * 60 * 60_000;
const notFound = () => failure(404, 'Model "iris" is not published');

describe('ModelUsageCard', () => {
  const backend = useBackend();

  function show(
    series: Partial<UsageSeries> = {},
    publication: Partial<ReadPublication> = {},
    days?: number,
  ) {
    backend.on('get', PUBLICATION, () => ({
      body: aPublicationDetail(publication),
    }));
    const requests = backend.on('get', `${PUBLICATION}/usage`, () => ({
      body: aUsageSeries(series),
    }));
    renderWithBackend(
      <OnEntityPage>
        <ModelUsageCard days={days} />
      </OnEntityPage>,
    );
    return requests;
  }

  const figures = () =>
    screen
      .getAllByRole('term')
      .map(term => `${term.textContent}: ${term.nextSibling?.textContent}`);

  it('sums up the last days, with a chart and the way to all usage', async () => {
    show();

    await screen.findByRole('application', { name: 'Requests by day' });
    expect(figures().slice(0, 4)).toEqual([
      'Requests in this time: 8',
      'Refused by limits: 2',
      'Requests since counting began: 1,234',
      'Today (UTC): 56',
    ]);
    expect(screen.getByRole('heading', { name: 'Usage' })).toBeInTheDocument();
    expect(screen.getByRole('link', { name: /All usage/ })).toHaveAttribute(
      'href',
      '/model-publishing/published/sandbox/tenant-a/iris/usage',
    );
    await expectAccessible();
  });

  it('asks for as many UTC days as it is told, in one request', async () => {
    const requests = show({}, {}, 30);

    expect(
      await screen.findByText('Last 30 days of UTC, today included'),
    ).toBeInTheDocument();
    expect(requests).toHaveLength(1);
    const { from = '', step } = requests[0]?.query ?? {};
    const age = Date.now() - new Date(from).getTime();
    expect(step).toBe('day');
    expect(Math.floor(age / DAY_MS)).toBe(29);
  });

  it('says that these are the own keys to a consumer', async () => {
    const usage: UsageSummary = { ...aUsageSeries().usage, scope: 'tenants' };
    show(
      { usage, series: [aTimeSeries('calls', [undefined, 2, 0, 3])] },
      { access: 'consumer' },
    );

    expect(
      await screen.findByText(/^With keys of your tenants/),
    ).toBeInTheDocument();
    expect(figures()[0]).toBe('Requests in this time: 5');
  });

  it('tells no requests from not knowing of any', async () => {
    show({ series: [aTimeSeries('requests', [undefined, 0, 0, 0])] });
    expect(
      await screen.findByText('No requests in this time.'),
    ).toBeInTheDocument();
  });

  it('does not take a time before counting began for one without requests', async () => {
    show({ to: '2026-03-04T11:00:00.000Z', series: [] });
    expect(
      await screen.findByText('Nothing is known of this time.'),
    ).toBeInTheDocument();
  });

  it.each([
    ['off', null, /no source of metrics/],
    ['pending', null, /Not counted yet/],
    ['unavailable', '2026-03-04T13:30:00.000Z', /Not available since/],
  ] as const)('says that usage is %s', async (state, asOf, words) => {
    show({ usage: { ...aUsageSeries().usage, state, asOf } });

    expect(await screen.findByText(words)).toBeInTheDocument();
    expect(screen.queryAllByRole('term').length > 0).toBe(asOf !== null);
    await expectAccessible();
  });

  it('does not ask for what a viewer may not see', async () => {
    const requests = show({}, { access: 'viewer' });

    expect(
      await screen.findByText(/shown to those who may use the model/),
    ).toBeInTheDocument();
    expect(requests).toEqual([]);
    expect(screen.queryByRole('link', { name: /All usage/ })).toBeNull();
  });

  it.each([
    [aModel(), 'Usage is counted when the model is published.', true],
    [
      aModel({ ready: false }),
      'Usage is counted when the model is published.',
      false,
    ],
    [undefined, 'Not published, or not visible to you.', false],
  ])(
    'of a model without publication says so (%#)',
    async (model, words, canPublish) => {
      backend.on('get', PUBLICATION, notFound);
      backend.on('get', '/models', () => ({
        body: model ? aModelList(model) : aModelList(),
      }));
      renderWithBackend(
        <OnEntityPage>
          <ModelUsageCard />
        </OnEntityPage>,
      );

      expect(await screen.findByText(words)).toBeInTheDocument();
      const link = screen.queryByRole('link', { name: 'Publish the model' });
      expect(link?.getAttribute('href') ?? null).toBe(
        canPublish
          ? '/model-publishing/models/publish/sandbox/tenant-a/iris/address'
          : null,
      );
    },
  );

  it('says why usage could not be read, and reads it again', async () => {
    show();
    let isAway = true;
    backend.on('get', `${PUBLICATION}/usage`, () =>
      isAway ? failure(503, 'The database is away') : { body: aUsageSeries() },
    );

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The database is away',
    );
    isAway = false;
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));

    await screen.findByRole('application', { name: 'Requests by day' });
  });

  it('explains an annotation that names no model', async () => {
    renderWithBackend(
      <OnEntityPage model="iris">
        <ModelUsageCard />
      </OnEntityPage>,
    );
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The annotation inference-portal.io/model of this entity is "iris"',
    );
  });
});
