import { TestApiProvider } from '@backstage/frontend-test-utils';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { ReadPublication } from '@inference-portal/plugin-model-publishing-common';
import { focusManager } from '@tanstack/react-query';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Route, Routes } from 'react-router-dom';
import { failure, useBackend } from '../__testUtils__/backend';
import {
  aFreshness,
  aPublicationDetail,
  aUsage,
  PUBLIC,
} from '../__testUtils__/builders';
import { expectAccessible } from '../__testUtils__/expectAccessible';
import { aTenantList } from '../__testUtils__/pageBuilders';
import { renderWithBackend } from '../__testUtils__/renderWithBackend';
import { PublishedRoutes } from '../page/PublishedRoutes';

const PAGE = '/model-publishing/published/sandbox/tenant-a/iris';

const pages = (
  <Routes>
    <Route path="/model-publishing/published/*" element={<PublishedRoutes />} />
  </Routes>
);

describe('the page of a publication', () => {
  const backend = useBackend();
  afterEach(() => act(() => focusManager.setFocused(undefined)));

  /** Each look at the publication gets what the given function says at that moment. */
  function publicationIs(answer: () => ReadPublication | null) {
    return backend.on('get', '/models/iris/publish', () => {
      const body = answer();
      return body ? { body } : failure(404, 'No publication of model "iris"');
    });
  }
  function listIsEmpty() {
    backend.on('get', '/published-models', () => ({
      body: { items: [], totalItems: 0, freshness: aFreshness() },
    }));
    backend.on('get', '/tenants', () => ({ body: aTenantList('tenant-a') }));
  }
  const heading = () =>
    screen.findByRole('heading', { name: 'iris', level: 2 });
  const partLinks = () =>
    within(screen.getByRole('navigation', { name: 'About iris' })).getAllByRole(
      'link',
    );

  it('shows what the publication is, whose, and everything at a glance', async () => {
    const requests = publicationIs(() =>
      aPublicationDetail({
        usage: aUsage(),
        metadata: { owner: 'data team' },
        warnings: [{ field: 'rateLimiting', message: 'has no effect' }],
        retiringAddresses: [
          { externalUrl: 'https://models.example.org/old', endsAt: null },
        ],
      }),
    );
    renderWithBackend(pages, `${PAGE}/overview`);

    expect(await heading()).toBeInTheDocument();
    expect(requests.map(({ query }) => query)).toEqual([
      { tenant: 'tenant-a', cluster: 'sandbox', reveal: 'false' },
    ]);
    const address = await screen.findByRole('region', { name: 'Address' });
    expect(address).toHaveTextContent('https://models.example.org/models/iris');
    expect(address).toHaveTextContent(
      'https://models.example.org/old answers until the new address does',
    );
    expect(address).toHaveTextContent('rateLimiting has no effect');
    expect(screen.getByRole('region', { name: 'Status' })).toHaveTextContent(
      'Address is served: OK',
    );
    expect(screen.getByRole('region', { name: 'Limits' })).toHaveTextContent(
      '100 requests/min, 10 requests/s',
    );
    expect(screen.getByRole('region', { name: 'Usage' })).toHaveTextContent(
      'Requests: 1,234',
    );
    const about = screen.getByRole('region', {
      name: 'About this publication',
    });
    expect(about).toHaveTextContent('by user:default/jane');
    expect(about).toHaveTextContent('Its consumers');
    expect(about).toHaveTextContent('owner: data team');
    expect(document.title).toMatch(/^iris of tenant-a \|/);
    expect(
      screen.getByRole('link', { name: /All published models/ }),
    ).toHaveAttribute('href', '/model-publishing/published');
    await expectAccessible();
  });

  it.each([
    [
      'publisher',
      aPublicationDetail(),
      'overview limits access keys usage try-it manifests activity',
    ],
    [
      'publisher of a public model',
      aPublicationDetail(PUBLIC),
      'overview limits access usage try-it manifests activity',
    ],
    [
      'consumer',
      aPublicationDetail({ access: 'consumer', conditions: [] }),
      'overview limits access keys usage try-it',
    ],
    [
      'viewer',
      aPublicationDetail({ access: 'viewer', conditions: [] }),
      'overview access',
    ],
  ])('has for a %s the parts that are for them', async (_, answer, parts) => {
    publicationIs(() => answer);
    renderWithBackend(pages, PAGE);
    await screen.findByRole('region', { name: 'Address' });

    expect(partLinks().map(link => link.getAttribute('href'))).toEqual(
      parts.split(' ').map(part => `${PAGE}/${part}`),
    );
    const [first, ...others] = partLinks();
    expect(first).toHaveAttribute('aria-current', 'page');
    others.forEach(link => expect(link).not.toHaveAttribute('aria-current'));
    expect(screen.queryByRole('region', { name: 'Danger zone' }) !== null).toBe(
      answer.access === 'publisher',
    );
    expect(
      screen.queryAllByRole('button', { name: 'Unpublish…' }),
    ).toHaveLength(answer.access === 'publisher' ? 2 : 0);
  });

  it('changes between its parts by keyboard alone', async () => {
    publicationIs(() => aPublicationDetail());
    backend.on('get', '/models/iris/publish/manifests', () => ({ body: '' }));
    renderWithBackend(pages, PAGE);
    await screen.findByRole('region', { name: 'Address' });
    const link = screen.getByRole('link', { name: 'Manifests' });

    link.focus();
    await userEvent.keyboard('{Enter}');

    await screen.findByRole('heading', { name: 'Manifests', level: 3 });
    expect(link).toHaveAttribute('aria-current', 'page');
    expect(link).toHaveFocus();
  });

  it.each([
    ['consumer', 'manifests', /Only the publishing tenant tenant-a/],
    ['viewer', 'keys', /Only tenants that may use the model/],
  ] as const)(
    'explains to a %s that the part "%s" is not for them',
    async (access, part, words) => {
      publicationIs(() => aPublicationDetail({ access, conditions: [] }));
      renderWithBackend(pages, `${PAGE}/${part}`);

      expect(await screen.findByText(words)).toBeInTheDocument();
      await expectAccessible();
      await userEvent.click(
        screen.getByRole('button', { name: 'To the overview' }),
      );
      await screen.findByRole('region', { name: 'Address' });
    },
  );

  it('shows the overview where the address names no part that there is', async () => {
    publicationIs(() => aPublicationDetail());
    renderWithBackend(pages, `${PAGE}/nonsense`);

    await screen.findByRole('region', { name: 'Address' });
    expect(partLinks()[0]).toHaveAttribute('aria-current', 'page');
  });

  it('says the same of what is not there and of what is hidden', async () => {
    publicationIs(() => null);
    renderWithBackend(pages, `${PAGE}/overview`);

    expect(
      await screen.findByText('iris is not published, or not visible to you'),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('button', { name: 'All published models' }),
    ).toHaveAttribute('href', '/model-publishing/published');
    await expectAccessible();
  });

  it('says why the publication could not be read, and reads it again', async () => {
    let isAway = true;
    backend.on('get', '/models/iris/publish', () =>
      isAway
        ? failure(503, 'The catalog is away')
        : { body: aPublicationDetail() },
    );
    renderWithBackend(pages, PAGE);

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The catalog is away',
    );
    isAway = false;
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await heading();

    // What is known stays while it cannot be read again.
    isAway = true;
    act(() => focusManager.setFocused(true));
    expect(
      await screen.findByText(/The portal does not answer at the moment/),
    ).toBeInTheDocument();
    expect(await heading()).toBeInTheDocument();
  });

  it('waits with an outline of the page', async () => {
    let answer = () => {};
    const answered = new Promise<void>(resolve => {
      answer = resolve;
    });
    backend.on('get', '/models/iris/publish', async () => {
      await answered;
      return { body: aPublicationDetail() };
    });
    renderWithBackend(pages, PAGE);

    expect(
      await screen.findByRole('status', { name: 'Loading the publication' }),
    ).toBeInTheDocument();
    await expectAccessible();
    answer();
    expect(await heading()).toBeInTheDocument();
  });

  it('says from when it is what is shown while the cluster is away', async () => {
    const asOf = '2026-01-02T03:04:05.000Z';
    publicationIs(() =>
      aPublicationDetail({
        freshness: aFreshness({
          state: 'stale',
          clusters: [{ name: 'sandbox', state: 'stale', asOf }],
        }),
      }),
    );
    renderWithBackend(pages, PAGE);

    expect(
      await screen.findByText(/This is what was last seen of sandbox, at/),
    ).toBeInTheDocument();
  });

  it('finds a publication of another cluster, and says which one it is', async () => {
    const live = { state: 'live', asOf: '2026-01-02T03:04:05.000Z' } as const;
    const requests = publicationIs(() =>
      aPublicationDetail({
        cluster: 'far',
        freshness: aFreshness({
          clusters: [
            { name: 'near', ...live },
            { name: 'far', ...live },
          ],
        }),
      }),
    );
    renderWithBackend(
      pages,
      '/model-publishing/published/far/tenant-a/iris/overview',
    );

    await screen.findByText('tenant-a · far');
    expect(requests[0]?.query).toMatchObject({ cluster: 'far' });
  });

  it('leads back to the list when what is being removed is gone', async () => {
    listIsEmpty();
    let answer: ReadPublication | null = aPublicationDetail({
      phase: 'Unpublishing',
    });
    publicationIs(() => answer);
    renderWithBackend(pages, PAGE);
    expect(
      await screen.findByText('iris is being unpublished'),
    ).toBeInTheDocument();
    screen
      .getAllByRole('button', { name: 'Unpublish…' })
      .forEach(button => expect(button).toBeDisabled());
    await expectAccessible();

    answer = null;
    act(() => focusManager.setFocused(true));
    expect(
      await screen.findByText('Nothing is published yet'),
    ).toBeInTheDocument();
  });

  it('unpublishes after the name was typed, says so, and leads back to the list', async () => {
    listIsEmpty();
    let answer: ReadPublication | null = aPublicationDetail();
    publicationIs(() => answer);
    const requests = backend.on('delete', '/models/iris/publish', () => {
      answer = null;
      return {
        body: { modelName: 'iris', tenantId: 'tenant-a', phase: 'Unpublished' },
      };
    });
    renderWithBackend(pages, PAGE);
    const dangerZone = await screen.findByRole('region', {
      name: 'Danger zone',
    });
    await userEvent.click(
      within(dangerZone).getByRole('button', { name: 'Unpublish…' }),
    );
    await userEvent.type(
      await screen.findByRole('textbox', { name: 'Type iris to confirm' }),
      'iris{Enter}',
    );

    await screen.findByRole('dialog', { name: 'iris is unpublished' });
    expect(requests.map(({ query }) => query)).toEqual([
      { tenant: 'tenant-a', cluster: 'sandbox' },
    ]);
    await userEvent.click(screen.getByRole('button', { name: 'Close' }));
    expect(
      await screen.findByText('Nothing is published yet'),
    ).toBeInTheDocument();
  });

  it('stays where it is when the question is not answered', async () => {
    publicationIs(() => aPublicationDetail());
    renderWithBackend(pages, PAGE);
    await screen.findByRole('region', { name: 'Address' });
    const [button] = screen.getAllByRole('button', { name: 'Unpublish…' });
    await userEvent.click(button ?? document.body);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Cancel' }),
    );

    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(await heading()).toBeInTheDocument();
  });

  describe('with a catalog', () => {
    function openWith(...annotations: string[]) {
      publicationIs(() => aPublicationDetail());
      const catalog = catalogApiMock({
        entities: annotations.map((annotation, index) => ({
          apiVersion: 'backstage.io/v1alpha1',
          kind: 'Component',
          metadata: {
            name: `entity-${index}`,
            annotations: { 'inference-portal.io/model': annotation },
          },
        })),
      });
      const asked = jest.spyOn(catalog, 'getEntities');
      renderWithBackend(
        <TestApiProvider apis={[[catalogApiRef, catalog]]}>
          {pages}
        </TestApiProvider>,
        PAGE,
      );
      return asked;
    }

    it.each([
      [['tenant-a/iris'], 'entity-0'],
      [['tenant-b/iris', 'tenant-a/iris', 'sandbox/tenant-a/iris'], 'entity-2'],
    ])(
      'leads from %j to the entity of the model',
      async (annotations, name) => {
        const asked = openWith(...annotations);

        expect(
          await screen.findByRole('link', { name: 'Open in catalog' }),
        ).toHaveAttribute('href', `/catalog/default/component/${name}`);
        expect(asked).toHaveBeenCalledTimes(1);
      },
    );

    it('shows no link where no entity stands for the model', async () => {
      const asked = openWith('other/tenant-a/iris');
      await screen.findByRole('region', { name: 'Address' });

      await waitFor(() => expect(asked).toHaveBeenCalledTimes(1));
      expect(
        screen.queryByRole('link', { name: 'Open in catalog' }),
      ).toBeNull();
    });
  });
});
