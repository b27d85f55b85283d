import { Model } from '@inference-portal/plugin-model-publishing-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { failure, useBackend } from '../__testUtils__/backend';
import { aFreshness, aModel, aModelList } from '../__testUtils__/builders';
import { expectAccessible } from '../__testUtils__/expectAccessible';
import { aTenantList } from '../__testUtils__/pageBuilders';
import { renderWithBackend } from '../__testUtils__/renderWithBackend';
import { Models } from './Models';

describe('Models', () => {
  const backend = useBackend();

  beforeEach(() => {
    backend.on('get', '/tenants', () => ({ body: aTenantList('tenant-a') }));
  });

  it('offers what is ready, says why the rest is not, and leads to what is published', async () => {
    backend.on('get', '/models', () => ({
      body: aModelList(
        aModel(),
        aModel({
          name: 'broken',
          ready: false,
          reason: 'ModelLoadFailed: no such file',
        }),
        aModel({ name: 'silent', ready: false }),
        aModel({
          name: 'foreign',
          problem: { reason: 'ForeignService', message: 'Service is foreign' },
        }),
        aModel({ name: 'chat', modelType: 'openai', published: true }),
      ),
    }));
    renderWithBackend(<Models />);

    const iris = await screen.findByRole('row', { name: /iris/ });
    expect(
      within(iris).getByRole('button', { name: 'Publish iris of tenant-a' }),
    ).toHaveAttribute(
      'href',
      '/model-publishing/models/publish/sandbox/tenant-a/iris/address',
    );
    const broken = screen.getByRole('button', {
      name: 'Publish broken of tenant-a',
    });
    expect(broken).toBeDisabled();
    expect(broken).toHaveAccessibleDescription('ModelLoadFailed: no such file');
    const foreign = screen.getByRole('button', {
      name: 'Publish foreign of tenant-a',
    });
    expect(foreign).toBeDisabled();
    expect(foreign).toHaveAccessibleDescription('Service is foreign');
    expect(screen.getByRole('row', { name: /silent/ })).toHaveTextContent(
      'KServe gives no reason',
    );
    const chat = screen.getByRole('row', { name: /chat/ });
    expect(chat).toHaveTextContent('OpenAI-compatible');
    expect(within(chat).getByRole('link')).toHaveAttribute(
      'href',
      '/model-publishing/published/sandbox/tenant-a/chat/overview',
    );
    await expectAccessible();
  });

  it('asks for what the address says, and offers to see everything again', async () => {
    const requests = backend.on('get', '/models', ({ query }) => ({
      body: query.ready ? aModelList() : aModelList(aModel()),
    }));
    renderWithBackend(
      <Models />,
      '/?ready=false&published=true&type=openai&tenant=tenant-b&q=sk&sort=ready&order=desc',
    );

    await screen.findByText('Nothing matches the search and the filters');
    expect(requests.map(({ query }) => query)).toEqual([
      {
        limit: '20',
        ready: 'false',
        published: 'true',
        type: 'openai',
        tenant: 'tenant-b',
        q: 'sk',
        sort: 'ready',
        order: 'desc',
      },
    ]);
    const [clear] = screen.getAllByRole('button', { name: 'Clear filters' });
    await userEvent.click(clear ?? document.body);

    await screen.findByRole('row', { name: /iris/ });
    await userEvent.click(screen.getByRole('button', { name: 'Tenant' }));
    await waitFor(() =>
      expect(requests[requests.length - 1]?.query).toEqual({
        limit: '20',
        sort: 'tenant',
        order: 'asc',
      }),
    );
  });

  it('says which cluster is away', async () => {
    const asOf = '2026-01-02T03:04:05.000Z';
    backend.on('get', '/models', () => ({
      body: {
        ...aModelList(aModel()),
        freshness: aFreshness({
          state: 'stale',
          clusters: [{ name: 'far', state: 'stale', asOf }],
        }),
      },
    }));
    renderWithBackend(<Models />);

    expect(await screen.findByText(/last seen of far/)).toBeInTheDocument();
    await expectAccessible();
  });

  it('explains how models get here, and looks again', async () => {
    let answer: Model[] = [];
    backend.on('get', '/models', () => ({
      body: aModelList(...answer),
    }));
    renderWithBackend(<Models />);

    await screen.findByText('Your tenants have no models');
    answer = [aModel()];
    await userEvent.click(screen.getByRole('button', { name: 'Look again' }));

    expect(
      await screen.findByRole('row', { name: /iris/ }),
    ).toBeInTheDocument();
  });

  it('says why the list could not be read, and reads it again', async () => {
    let answer = failure(503, 'The catalog is away');
    backend.on('get', '/models', () => answer);
    renderWithBackend(<Models />);

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The catalog is away',
    );
    answer = { body: aModelList(aModel()) };
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));

    await screen.findByRole('row', { name: /iris/ });
  });
});
