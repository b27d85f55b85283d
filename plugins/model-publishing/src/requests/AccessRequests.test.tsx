import { AccessRequest } from '@inference-portal/plugin-model-publishing-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { failure, useBackend } from '../__testUtils__/backend';
import { expectAccessible } from '../__testUtils__/expectAccessible';
import { renderWithBackend } from '../__testUtils__/renderWithBackend';
import {
  anAccessRequest,
  anAccessRequestList,
} from '../__testUtils__/requestBuilders';
import { AccessRequests } from './AccessRequests';

const LIST = '/access-requests';
const OTHER_ID = '0b7f9c1e-12c4-41e1-840d-7b25c5ee775a';
const DECISION = `${LIST}/${anAccessRequest().id}/decision`;

describe('AccessRequests', () => {
  const backend = useBackend();

  /** Requests that change with what the test does. */
  function holding(...requests: AccessRequest[]) {
    const held = { requests };
    const received = backend.on('get', LIST, ({ query }) => {
      const found = held.requests.filter(
        ({ state }) => !query.state || state === query.state,
      );
      return { body: anAccessRequestList(...found) };
    });
    return { held, received };
  }
  const row = () => screen.findByRole('row', { name: /iris/ });

  it('shows what is to be decided, with the way to the model', async () => {
    const { received } = holding(
      anAccessRequest(),
      anAccessRequest({ id: OTHER_ID, state: 'approved' }),
    );
    renderWithBackend(<AccessRequests />);

    const open = await row();
    expect(open).toHaveTextContent('tenant-b');
    expect(open).toHaveTextContent('user:default/bob');
    expect(open).toHaveTextContent('for a forecast');
    expect(open).toHaveTextContent('Open');
    expect(within(open).getByRole('link', { name: 'iris' })).toHaveAttribute(
      'href',
      '/model-publishing/published/sandbox/tenant-a/iris/access',
    );
    expect(
      screen.getByRole('tab', { name: 'To decide (1)', selected: true }),
    ).toBeInTheDocument();
    expect(received.map(({ query }) => query)).toEqual(
      expect.arrayContaining([
        { role: 'publisher', state: 'pending', limit: '20' },
      ]),
    );
    await expectAccessible();
  });

  it('approves after a question, and goes on beside the list', async () => {
    const { held } = holding(anAccessRequest());
    const decisions = backend.on('post', DECISION, () => {
      held.requests = [];
      return { body: anAccessRequest({ state: 'approved' }) };
    });
    renderWithBackend(<AccessRequests />);
    await userEvent.click(
      within(await row()).getByRole('button', {
        name: 'Approve: tenant-b to use iris',
      }),
    );
    const dialog = await screen.findByRole('dialog', {
      name: 'Let tenant-b use iris?',
    });
    expect(dialog).toHaveTextContent('for a forecast');
    await expectAccessible();
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Approve' }),
    );

    expect(await screen.findByText('Nothing to decide')).toBeInTheDocument();
    expect(decisions.map(({ body }) => body)).toEqual([
      { decision: 'approve' },
    ]);
    expect(
      screen.getByRole('group', { name: 'Requests for your published models' }),
    ).toHaveFocus();
    await expectAccessible();
  });

  it('declines with a reason only', async () => {
    holding(anAccessRequest());
    const decisions = backend.on('post', DECISION, () => ({
      body: anAccessRequest({ state: 'declined' }),
    }));
    renderWithBackend(<AccessRequests />);
    await userEvent.click(
      within(await row()).getByRole('button', { name: /^Decline/ }),
    );
    const dialog = await screen.findByRole('dialog');
    const decline = within(dialog).getByRole('button', { name: 'Decline' });
    const reason = within(dialog).getByRole('textbox', { name: /^Reason/ });
    expect(decline).toBeDisabled();
    await userEvent.type(reason, '   ');
    expect(decline).toBeDisabled();
    await userEvent.type(reason, 'Use wine instead');
    await userEvent.click(decline);

    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(decisions.map(({ body }) => body)).toEqual([
      { decision: 'decline', reason: 'Use wine instead' },
    ]);
  });

  it('says why a decision failed', async () => {
    holding(anAccessRequest());
    backend.on('post', DECISION, () =>
      failure(409, 'Tenant "tenant-b" has withdrawn this request'),
    );
    renderWithBackend(<AccessRequests />);
    await userEvent.click(
      within(await row()).getByRole('button', { name: /^Approve/ }),
    );
    const dialog = await screen.findByRole('dialog');
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Approve' }),
    );
    expect(await within(dialog).findByRole('alert')).toHaveTextContent(
      'has withdrawn this request',
    );
    await expectAccessible();
  });

  it('lets nobody into what is gone', async () => {
    holding(anAccessRequest({ isPublished: false }));
    renderWithBackend(<AccessRequests />);
    const gone = await row();
    expect(gone).toHaveTextContent('Not published any more');
    expect(within(gone).queryByRole('link')).toBeNull();
    expect(
      within(gone)
        .getAllByRole('button')
        .map(({ textContent }) => textContent),
    ).toEqual(['Decline']);
  });

  it('shows the own requests with what became of them, and takes them back', async () => {
    holding(
      anAccessRequest(),
      anAccessRequest({
        id: OTHER_ID,
        modelName: 'wine',
        state: 'declined',
        decidedAt: '2026-01-03T03:04:05.000Z',
        decisionReason: 'Not for you',
      }),
    );
    const withdrawals = backend.on(
      'delete',
      `${LIST}/${anAccessRequest().id}`,
      () => ({ body: anAccessRequest({ state: 'withdrawn' }) }),
    );
    renderWithBackend(<AccessRequests />, '/?role=requester');
    const declined = await screen.findByRole('row', { name: /wine/ });
    expect(declined).toHaveTextContent('Declined');
    expect(declined).toHaveTextContent('Reason: Not for you');
    expect(within(declined).queryByRole('button')).toBeNull();
    await userEvent.click(
      within(await row()).getByRole('button', {
        name: 'Withdraw: tenant-b to use iris',
      }),
    );
    const dialog = await screen.findByRole('dialog');
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Withdraw' }),
    );
    await waitFor(() => expect(withdrawals).toHaveLength(1));
  });

  it('changes the side by keyboard, and leads to models where nothing was asked', async () => {
    holding();
    renderWithBackend(<AccessRequests />);
    expect(await screen.findByText('Nothing to decide')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('tab', { name: 'To decide' }));
    await userEvent.keyboard('{ArrowRight}{Enter}');
    expect(
      await screen.findByRole('button', { name: 'Look for models' }),
    ).toHaveAttribute('href', '/model-publishing/published?access=viewer');
    await expectAccessible();
  });

  it('shows decided ones on demand', async () => {
    holding(
      anAccessRequest({
        state: 'approved',
        decidedAt: '2026-01-03T03:04:05.000Z',
        decidedBy: 'user:default/ann',
      }),
    );
    renderWithBackend(<AccessRequests />);
    await screen.findByText('Nothing to decide');
    await userEvent.selectOptions(
      screen.getByRole('combobox', { name: 'State' }),
      'All',
    );
    expect(await row()).toHaveTextContent('user:default/ann');
    await userEvent.selectOptions(
      screen.getByRole('combobox', { name: 'State' }),
      'Withdrawn',
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Clear filters' }),
    );
    expect(await screen.findByText('Nothing to decide')).toBeInTheDocument();
  });

  it('says why the requests could not be read, and reads them again', async () => {
    let isAway = true;
    backend.on('get', LIST, () =>
      isAway
        ? failure(503, 'The database cannot be reached')
        : { body: anAccessRequestList(anAccessRequest()) },
    );
    renderWithBackend(<AccessRequests />);
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The database cannot be reached',
    );
    await expectAccessible();
    isAway = false;
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await row();
  });
});
