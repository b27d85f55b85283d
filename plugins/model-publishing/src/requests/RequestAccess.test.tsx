import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  AccessRequest,
  Publication,
} from '@inference-portal/plugin-model-publishing-common';
import { failure, useBackend } from '../__testUtils__/backend';
import { aPublicationDetail, PUBLIC } from '../__testUtils__/builders';
import { expectAccessible } from '../__testUtils__/expectAccessible';
import { aTenantList } from '../__testUtils__/pageBuilders';
import { renderWithBackend } from '../__testUtils__/renderWithBackend';
import {
  anAccessRequest,
  anAccessRequestList,
} from '../__testUtils__/requestBuilders';
import { RequestAccess } from './RequestAccess';

const shownToAll: Partial<Publication> = {
  access: 'viewer',
  visibility: 'portal',
  authentication: { requireApiKey: true, allowedTenants: [] },
};

describe('RequestAccess', () => {
  const backend = useBackend();

  function render(
    overrides: Partial<Publication> = {},
    { tenants = ['tenant-b'] }: { tenants?: string[] } = {},
    ...requests: AccessRequest[]
  ) {
    const held = { requests };
    backend.on('get', '/tenants', () => ({ body: aTenantList(...tenants) }));
    const received = backend.on('get', '/access-requests', () => ({
      body: anAccessRequestList(...held.requests),
    }));
    renderWithBackend(
      <RequestAccess
        publication={aPublicationDetail({ ...shownToAll, ...overrides })}
      />,
    );
    return { held, received };
  }

  it('asks for one of the own tenants, and shows what was asked for', async () => {
    const { held, received } = render(
      {},
      { tenants: ['tenant-b', 'tenant-c'] },
    );
    const sent = backend.on(
      'post',
      '/models/iris/publish/access-requests',
      () => {
        held.requests = [anAccessRequest({ tenantId: 'tenant-c' })];
        return { status: 201, body: held.requests[0] ?? null };
      },
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Request access…' }),
    );
    const dialog = await screen.findByRole('dialog', {
      name: 'Request access to iris',
    });
    await expectAccessible();
    await userEvent.selectOptions(
      within(dialog).getByRole('combobox', {
        name: 'Tenant that is to use it',
      }),
      'tenant-c',
    );
    await userEvent.type(
      within(dialog).getByRole('textbox', { name: /What it is for/ }),
      'for a forecast',
    );
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Send request' }),
    );

    expect(
      await screen.findByText('Access for tenant-c is requested'),
    ).toBeInTheDocument();
    expect(sent).toEqual([
      {
        query: { tenant: 'tenant-a', cluster: 'sandbox' },
        body: { tenantId: 'tenant-c', reason: 'for a forecast' },
      },
    ]);
    expect(received[0]?.query).toMatchObject({
      role: 'requester',
      model: 'iris',
      tenant: 'tenant-a',
      cluster: 'sandbox',
    });
    // The other tenant can still ask.
    expect(
      screen.getByRole('button', { name: 'Request access…' }),
    ).toBeInTheDocument();
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await expectAccessible();
  });

  it('shows an open request, which can be withdrawn, in the place of the button', async () => {
    render({}, {}, anAccessRequest());
    expect(
      await screen.findByText('Access for tenant-b is requested'),
    ).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /^Request/ })).toBeNull();
    await userEvent.click(
      screen.getByRole('button', { name: 'Withdraw: tenant-b to use iris' }),
    );
    await screen.findByRole('dialog', {
      name: 'Withdraw the request of tenant-b for iris?',
    });
  });

  it('says why it was declined, and offers to ask again', async () => {
    render(
      {},
      {},
      anAccessRequest({ state: 'declined', decisionReason: 'Use wine' }),
      anAccessRequest({
        id: '0b7f9c1e-12c4-41e1-840d-7b25c5ee775a',
        state: 'withdrawn',
      }),
    );
    expect(
      await screen.findByText('Access for tenant-b was declined'),
    ).toBeInTheDocument();
    expect(screen.getByText('Reason: Use wine')).toBeInTheDocument();
    expect(
      screen.getByRole('button', { name: 'Request access again…' }),
    ).toBeInTheDocument();
    await expectAccessible();
  });

  it('takes no notice of what was said about an earlier publication', async () => {
    render({}, {}, anAccessRequest({ state: 'declined', isPublished: false }));
    await screen.findByRole('button', { name: 'Request access…' });
    expect(screen.queryByText(/was declined/)).toBeNull();
  });

  it('says what to do without a tenant', async () => {
    render({}, { tenants: [] });
    expect(await screen.findByText(/you own none/)).toBeInTheDocument();
    expect(screen.queryByRole('button')).toBeNull();
  });

  it.each<[string, Partial<Publication>]>([
    ['is shown to consumers only', { visibility: 'consumers' }],
    ['needs no key', PUBLIC],
    ['is the own one', { access: 'publisher' }],
  ])('is not there for what %s', async (_, overrides) => {
    const { received } = render(overrides);
    expect(screen.queryByRole('button')).toBeNull();
    expect(screen.queryByRole('progressbar')).toBeNull();
    expect(received).toEqual([]);
  });

  it('offers a consumer the own tenants that do not use it yet', async () => {
    render(
      {
        access: 'consumer',
        authentication: { requireApiKey: true, allowedTenants: ['tenant-b'] },
      },
      { tenants: ['tenant-b', 'tenant-c'] },
      anAccessRequest({ state: 'approved' }),
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Request access…' }),
    );
    expect(
      screen.getAllByRole('option').map(({ textContent }) => textContent),
    ).toEqual(['tenant-c']);
  });

  it('says why it could not be asked, and keeps what was typed', async () => {
    render();
    backend.on('post', '/models/iris/publish/access-requests', () =>
      failure(429, 'You have 20 requests'),
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Request access…' }),
    );
    const reason = await screen.findByRole('textbox');
    await userEvent.type(reason, 'please');
    await userEvent.click(screen.getByRole('button', { name: 'Send request' }));
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'You have 20 requests',
    );
    expect(reason).toHaveValue('please');
  });

  it('says that it does not know what was asked for', async () => {
    backend.on('get', '/tenants', () => ({ body: aTenantList('tenant-b') }));
    backend.on('get', '/access-requests', () => failure(503, 'away'));
    renderWithBackend(
      <RequestAccess publication={aPublicationDetail(shownToAll)} />,
    );
    expect(await screen.findByRole('alert')).toHaveTextContent('away');
    expect(
      screen.getByRole('button', { name: 'Try again' }),
    ).toBeInTheDocument();
  });
});
