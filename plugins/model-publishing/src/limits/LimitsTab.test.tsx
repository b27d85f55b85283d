import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { failure, useBackend } from '../__testUtils__/backend';
import {
  aCondition,
  aPublication,
  aPublicationDetail,
} from '../__testUtils__/builders';
import { expectAccessible } from '../__testUtils__/expectAccessible';
import {
  aPublishingGateway,
  somePublishingOptions,
} from '../__testUtils__/optionsBuilders';
import { renderWithBackend } from '../__testUtils__/renderWithBackend';
import { usePublication } from '../api/usePublication';
import { LimitsTab } from './LimitsTab';

const PATH = '/models/iris/publish';
const OTHERS_CHANGE = {
  etag: '"etag-of-others"',
  rateLimiting: { requestsPerMinute: 33, burstLimit: 4 },
};

/** The tab as the page shows it, with what the backend says at the moment. */
function Tab() {
  const { data } = usePublication({
    cluster: 'sandbox',
    tenant: 'tenant-a',
    model: 'iris',
  });
  return data ? <LimitsTab publication={data} /> : null;
}

describe('LimitsTab', () => {
  const backend = useBackend();

  beforeEach(() => {
    backend.on('get', PATH, () => ({ body: aPublicationDetail() }));
    backend.on('get', '/publishing-options', () => ({
      body: somePublishingOptions(),
    }));
  });

  const field = (name: string | RegExp) =>
    screen.getAllByRole('textbox', { name })[0] ?? document.body;
  const save = () =>
    userEvent.click(screen.getByRole('button', { name: 'Save' }));
  const table = () => screen.findByRole('table', { name: 'Limits in force' });
  async function retype(name: string | RegExp, text: string) {
    await userEvent.clear(field(name));
    await userEvent.type(field(name), text);
  }

  it('shows what is enforced, how exactly, and whether it is in force', async () => {
    backend.on('get', PATH, () => ({
      body: aPublicationDetail({
        rateLimiting: {
          requestsPerMinute: 1500,
          perTenant: { 'tenant-b': { burstLimit: 2 } },
        },
        conditions: [
          aCondition({
            type: 'LimitsEnforced',
            status: 'Unknown',
            message: 'The gateway has said nothing yet',
          }),
          aCondition(),
        ],
        warnings: [
          { field: 'rateLimiting.burstLimit', message: 'is approximate' },
        ],
      }),
    }));
    backend.on('get', '/publishing-options', () => ({
      body: somePublishingOptions({
        gateways: [
          aPublishingGateway({
            limits: {
              requestsPerMinute: 'exact',
              requestsPerHour: 'exact',
              tokensPerHour: 'exact',
              burstLimit: 'approximate',
            },
          }),
        ],
      }),
    }));
    renderWithBackend(<Tab />);

    const shown = within(await table());
    await screen.findByRole('button', { name: 'Save' });
    expect(
      shown.getByRole('row', { name: /^Requests per minute/ }),
    ).toHaveTextContent('1,500noneExact');
    expect(shown.getByRole('row', { name: /^Burst/ })).toHaveTextContent(
      'none2Approximate',
    );
    expect(shown.queryByRole('row', { name: /^Tokens/ })).toBeNull();
    const conditions = screen.getByRole('list', { name: 'Conditions' });
    expect(conditions).toHaveTextContent('Limits are in force: Not known yet');
    expect(conditions).not.toHaveTextContent('Address is served');
    expect(
      screen.getByText('rateLimiting.burstLimit is approximate'),
    ).toBeInTheDocument();
    await expectAccessible();
  });

  it('changes only what was edited, and returns to the default what was emptied', async () => {
    backend.on('get', PATH, () => ({
      body: aPublicationDetail({
        authentication: {
          requireApiKey: true,
          allowedTenants: ['tenant-a', 'tenant-b', 'tenant-c'],
        },
        rateLimiting: {
          requestsPerMinute: 100,
          burstLimit: 10,
          perTenant: { 'tenant-b': { burstLimit: 2 } },
        },
      }),
    }));
    const updates = backend.on('put', PATH, () => ({
      body: { ...aPublication(), effective: 'now' },
    }));
    renderWithBackend(<Tab />);
    await screen.findByRole('button', { name: 'Save' });
    expect(screen.getByRole('button', { name: 'Save' })).toBeDisabled();

    await retype('Requests per minute', '60');
    await userEvent.clear(field(/Burst/));
    const limitOf = (tenant: string) =>
      within(
        screen.getByRole('group', { name: `Limits of ${tenant}` }),
      ).getByRole('textbox', { name: /Burst/ });
    await userEvent.clear(limitOf('tenant-b'));
    await userEvent.type(limitOf('tenant-c'), '3');
    await save();

    await waitFor(() => expect(updates).toHaveLength(1));
    expect(updates).toEqual([
      {
        query: { tenant: 'tenant-a', cluster: 'sandbox' },
        body: {
          config: {
            rateLimiting: {
              requestsPerMinute: 60,
              burstLimit: null,
              perTenant: { 'tenant-b': null, 'tenant-c': { burstLimit: 3 } },
            },
          },
        },
      },
    ]);
    expect(updates[0]?.header('If-Match')).toBe('"etag-of-configuration"');
    await screen.findByText('The limits of iris were changed');
  });

  it('does not save over what somebody else has saved: it shows theirs and keeps mine', async () => {
    let latest = aPublicationDetail();
    backend.on('get', PATH, () => ({ body: latest }));
    const updates: Array<string | null> = [];
    backend.on('put', PATH, request => {
      const tag = request.header('If-Match');
      updates.push(tag);
      if (tag !== OTHERS_CHANGE.etag) {
        latest = aPublicationDetail(OTHERS_CHANGE);
        return failure(412, 'has been changed meanwhile');
      }
      return {
        body: { ...aPublication(OTHERS_CHANGE), effective: 'now' },
      };
    });
    renderWithBackend(<Tab />);
    await screen.findByRole('button', { name: 'Save' });
    await retype('Requests per minute', '60');
    await save();

    expect(
      await screen.findByText(/Somebody else has changed this publication/),
    ).toBeInTheDocument();
    expect(
      screen.getByText(/33 requests\/min, 4 requests\/s/),
    ).toBeInTheDocument();
    expect(field('Requests per minute')).toHaveValue('60');
    expect(field(/Burst/)).toHaveValue('10');
    expect(screen.getByRole('button', { name: 'Save' })).toBeDisabled();
    await expectAccessible();
    await userEvent.click(screen.getByRole('button', { name: /^Take theirs/ }));

    expect(field('Requests per minute')).toHaveValue('60');
    expect(field(/Burst/)).toHaveValue('4');
    await save();
    await screen.findByText('The limits of iris were changed');
    expect(updates).toEqual(['"etag-of-configuration"', OTHERS_CHANGE.etag]);
  });

  it('puts what the backend finds wrong at the fields', async () => {
    backend.on('put', PATH, () =>
      failure(422, 'against the rules', [
        {
          field: 'config.rateLimiting.burstLimit',
          problem: 'is 7, above the maximum of 5',
        },
        { field: 'config.rateLimiting.perTenant', problem: 'are too many' },
      ]),
    );
    renderWithBackend(<Tab />);
    await screen.findByRole('button', { name: 'Save' });
    await retype(/Burst/, '7');
    await save();

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'config.rateLimiting.perTenant are too many',
    );
    expect(field(/Burst/)).toHaveAccessibleDescription(
      'Is 7, above the maximum of 5',
    );
    expect(field(/Burst/)).toHaveValue('7');
  });

  it('checks while one types, and sends nothing that is wrong', async () => {
    const updates = backend.on('put', PATH, () => failure(500, 'not expected'));
    renderWithBackend(<Tab />);
    await screen.findByRole('button', { name: 'Save' });
    await retype('Requests per minute', '20000');

    expect(field('Requests per minute')).toHaveAccessibleDescription(
      'Is above the maximum of 10000',
    );
    await save();
    expect(updates).toEqual([]);
    await userEvent.click(
      screen.getByRole('button', { name: 'Discard changes' }),
    );
    expect(field('Requests per minute')).toHaveValue('100');
  });

  it('shows consumers their own limits, and nothing to change', async () => {
    backend.on('get', PATH, () => ({
      body: aPublicationDetail({
        access: 'consumer',
        rateLimiting: {
          requestsPerMinute: 100,
          perTenant: { 'tenant-b': { burstLimit: 2 } },
        },
      }),
    }));
    renderWithBackend(<Tab />);

    expect(await table()).toHaveTextContent('tenant-b');
    expect(screen.queryByRole('button', { name: 'Save' })).toBeNull();
    await expectAccessible();
  });

  it('shows the limits also when nobody knows which ones there can be, and asks again', async () => {
    let answer = failure(503, 'The cluster is away');
    backend.on('get', '/publishing-options', () => answer);
    renderWithBackend(<Tab />);

    await table();
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The cluster is away',
    );
    answer = { body: somePublishingOptions() };
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await screen.findByRole('button', { name: 'Save' });
  });
});
