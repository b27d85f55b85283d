import { focusManager } from '@tanstack/react-query';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { failure, useBackend } from '../__testUtils__/backend';
import {
  aFreshness,
  aListedPublication,
  aUsage,
  CHAT,
  PUBLIC,
} from '../__testUtils__/builders';
import { expectAccessible } from '../__testUtils__/expectAccessible';
import { aTenantList } from '../__testUtils__/pageBuilders';
import { renderWithBackend } from '../__testUtils__/renderWithBackend';
import { PublishedModels } from './PublishedModels';

describe('PublishedModels', () => {
  const backend = useBackend();

  beforeEach(() => {
    backend.on('get', '/tenants', () => ({
      body: aTenantList('tenant-a', 'tenant-b'),
    }));
  });

  it('shows each publication with its address, status and limits', async () => {
    backend.on('get', '/published-models', () => ({
      body: {
        items: [
          { ...aListedPublication(), usage: aUsage() },
          aListedPublication({
            modelName: 'digits',
            tenantId: 'tenant-b',
            phase: 'Degraded',
            rateLimiting: {},
          }),
        ],
        totalItems: 2,
        freshness: aFreshness(),
      },
    }));
    renderWithBackend(<PublishedModels />);

    const iris = await screen.findByRole('row', { name: /iris/ });
    expect(iris).toHaveTextContent('tenant-a');
    expect(iris).toHaveTextContent('https://models.example.org/models/iris');
    expect(iris).toHaveTextContent('Traditional');
    expect(iris).toHaveTextContent('Published');
    expect(iris).toHaveTextContent('100 requests/min, 10 requests/s');
    expect(
      within(iris).getByRole('button', { name: 'Copy address of iris' }),
    ).toBeInTheDocument();
    const digits = screen.getByRole('row', { name: /digits/ });
    expect(digits).toHaveTextContent('Degraded');
    expect(digits).toHaveTextContent('No limits');
    expect(iris).toHaveTextContent('1,234');
    expect(digits).toHaveTextContent('not known');
    expect(iris).toHaveTextContent('56 today');
    expect(within(iris).getByRole('link', { name: 'iris' })).toHaveAttribute(
      'href',
      '/model-publishing/published/sandbox/tenant-a/iris/overview',
    );
    expect(
      screen.getByRole('button', { name: 'Publish a model' }),
    ).toHaveAttribute('href', '/model-publishing/models/publish');
    await expectAccessible();
  });

  it('shows how clients reach an OpenAI-compatible model, and what is public', async () => {
    backend.on('get', '/published-models', () => ({
      body: {
        items: [
          aListedPublication(CHAT),
          aListedPublication({ ...PUBLIC, modelName: 'open' }),
        ],
        totalItems: 2,
        freshness: aFreshness(),
      },
    }));
    renderWithBackend(<PublishedModels />);

    const chat = await screen.findByRole('row', { name: /team\/chat/ });
    expect(chat).toHaveTextContent('OpenAI-compatible');
    expect(chat).toHaveTextContent('https://models.example.org:8443/v1');
    expect(chat).toHaveTextContent('1,000 tokens/h');
    expect(within(chat).queryByText('Public')).toBeNull();
    expect(
      within(chat).getByRole('button', { name: 'Copy base URL of chat' }),
    ).toBeInTheDocument();
    expect(
      within(chat).getByRole('button', { name: 'Copy model name of chat' }),
    ).toBeInTheDocument();
    const open = screen.getByRole('row', { name: /open/ });
    expect(within(open).getByText('Public')).toBeInTheDocument();

    await userEvent.click(
      within(open).getByRole('button', {
        name: 'Actions for open of tenant-a',
      }),
    );
    expect(
      screen.getAllByRole('menuitem').map(item => item.textContent),
    ).toEqual(['Open', 'Unpublish…']);
  });

  it('leads to the models where nothing is published', async () => {
    backend.on('get', '/published-models', () => ({
      body: { items: [], totalItems: 0, freshness: aFreshness() },
    }));
    renderWithBackend(<PublishedModels />);

    expect(
      await screen.findByRole('button', { name: 'Choose a model' }),
    ).toHaveAttribute('href', '/model-publishing/models');
    await expectAccessible();
  });

  it('asks for what the address says, and offers to see everything again', async () => {
    const requests = backend.on('get', '/published-models', ({ query }) => ({
      body: {
        items: query.phase ? [] : [aListedPublication()],
        totalItems: query.phase ? 0 : 1,
        freshness: aFreshness(),
      },
    }));
    renderWithBackend(
      <PublishedModels />,
      '/?phase=Degraded&access=publisher&visibility=portal&gateway=far&tenant=tenant-b&type=openai&q=chat&sort=createdAt&order=desc',
    );

    await screen.findByText('Nothing matches the search and the filters');
    expect(screen.queryByText('Nothing is published yet')).toBeNull();
    expect(requests.map(({ query }) => query)).toEqual([
      {
        limit: '20',
        phase: 'Degraded',
        access: 'publisher',
        visibility: 'portal',
        gateway: 'far',
        tenant: 'tenant-b',
        type: 'openai',
        q: 'chat',
        sort: 'createdAt',
        order: 'desc',
      },
    ]);
    expect(screen.getByRole('combobox', { name: 'Gateway' })).toHaveValue(
      'far',
    );
    await expectAccessible();
    const [clear] = screen.getAllByRole('button', { name: 'Clear filters' });
    await userEvent.click(clear ?? document.body);

    expect(await screen.findByRole('row', { name: /iris/ })).toBeVisible();
    await userEvent.selectOptions(
      screen.getByRole('combobox', { name: 'Tenant' }),
      'tenant-b',
    );
    await waitFor(() =>
      expect(requests[requests.length - 1]?.query).toEqual({
        limit: '20',
        sort: 'createdAt',
        order: 'desc',
        tenant: 'tenant-b',
      }),
    );
  });

  it('makes two requests until it can be worked with, and none for each row', async () => {
    const lists = backend.on('get', '/published-models', () => ({
      body: {
        items: Array.from({ length: 20 }, (_, index) =>
          aListedPublication({ modelName: `model-${index}` }),
        ),
        totalItems: 10_000,
        nextCursor: 'next',
        freshness: aFreshness(),
      },
    }));
    const tenants = backend.on('get', '/tenants', () => ({
      body: aTenantList('tenant-a'),
    }));
    renderWithBackend(<PublishedModels />);

    await screen.findByText('1-20 of 10000');
    await waitFor(() => expect(tenants).toHaveLength(1));
    // Any other request would have failed the test: the backend answers no others.
    expect(lists).toHaveLength(1);
  });

  it('begins again where the place in an old address is not known any more', async () => {
    backend.on('get', '/published-models', ({ query }) =>
      query.cursor
        ? failure(400, 'cursor is not one that this API has given out')
        : {
            body: {
              items: [aListedPublication()],
              totalItems: 1,
              freshness: aFreshness(),
            },
          },
    );
    renderWithBackend(<PublishedModels />, '/?cursor=old&page=7');

    expect(await screen.findByText('1-1 of 1')).toBeInTheDocument();
  });

  it('tells tenants of the same name apart where there are several clusters', async () => {
    const live = { state: 'live', asOf: '2026-01-02T03:04:05.000Z' } as const;
    backend.on('get', '/published-models', () => ({
      body: {
        items: [aListedPublication({ cluster: 'far' })],
        totalItems: 1,
        freshness: aFreshness({
          clusters: [
            { name: 'near', ...live },
            { name: 'far', ...live },
          ],
        }),
      },
    }));
    renderWithBackend(<PublishedModels />);

    const row = await screen.findByRole('row', { name: /iris/ });
    expect(row).toHaveTextContent('tenant-a · far');
    expect(within(row).getByRole('link', { name: 'iris' })).toHaveAttribute(
      'href',
      '/model-publishing/published/far/tenant-a/iris/overview',
    );
  });

  it('says why the list could not be read, and reads it again', async () => {
    let answer = failure(503, 'Cluster "sandbox" cannot be reached');
    backend.on('get', '/published-models', () => answer);
    renderWithBackend(<PublishedModels />);

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Cluster "sandbox" cannot be reached',
    );
    answer = {
      body: {
        items: [aListedPublication()],
        totalItems: 1,
        freshness: aFreshness(),
      },
    };
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));

    await screen.findByRole('row', { name: /iris/ });
  });

  it('says which cluster is away while the list is from memory', async () => {
    const answer = (state: string) => ({
      items: [aListedPublication()],
      totalItems: 1,
      freshness: {
        ...aFreshness(),
        state,
        clusters: [
          { name: 'near', state: 'live', asOf: '2026-01-02T03:09:05.000Z' },
          { name: 'far', state, asOf: '2026-01-02T03:04:05.000Z' },
        ],
      },
    });
    let body = answer('stale');
    backend.on('get', '/published-models', () => ({ body }));
    renderWithBackend(<PublishedModels />);

    const notice = await screen.findByText(/last seen of far, at/);
    expect(notice).not.toHaveTextContent('near');
    expect(screen.getByRole('row', { name: /iris/ })).toBeInTheDocument();

    body = answer('live');
    act(() => focusManager.setFocused(true));
    await waitFor(() => expect(screen.queryByText(/last seen of/)).toBeNull());
    act(() => focusManager.setFocused(undefined));
  });

  it('asks the backend for one page after the other', async () => {
    // The first row of each page stands for all of its rows.
    const requests = backend.on('get', '/published-models', ({ query }) => {
      const start = Number(query.cursor ?? 0);
      const end = start + Number(query.limit);
      return {
        body: {
          items: [aListedPublication({ modelName: `model-${start}` })],
          totalItems: 45,
          freshness: aFreshness(),
          ...(end < 45 && { nextCursor: String(end) }),
        },
      };
    });
    renderWithBackend(<PublishedModels />);
    const next = () => screen.getByRole('button', { name: 'Next page' });
    const previous = () =>
      screen.getByRole('button', { name: 'Previous page' });

    await screen.findByText('model-0');
    expect(previous()).toBeDisabled();
    await userEvent.click(next());
    await screen.findByText('model-20');
    expect(screen.getByText('21-40 of 45')).toBeInTheDocument();
    await userEvent.click(next());
    await screen.findByText('model-40');
    expect(screen.getByText('41-45 of 45')).toBeInTheDocument();
    expect(next()).toBeDisabled();
    await userEvent.click(previous());
    await screen.findByText('model-20');

    expect(requests.slice(0, 3).map(({ query }) => query)).toEqual([
      { limit: '20' },
      { limit: '20', cursor: '20' },
      { limit: '20', cursor: '40' },
    ]);
  });

  it('goes one page on at a time, however fast it is asked to', async () => {
    let turn = () => {};
    const turned = new Promise<void>(resolve => {
      turn = resolve;
    });
    backend.on('get', '/published-models', async ({ query }) => {
      if (query.cursor) {
        await turned;
      }
      return {
        body: {
          items: [aListedPublication({ modelName: query.cursor ?? 'first' })],
          totalItems: 60,
          freshness: aFreshness(),
          nextCursor: `after-${query.cursor ?? 'first'}`,
        },
      };
    });
    renderWithBackend(<PublishedModels />);
    await screen.findByText('first');
    await userEvent.click(screen.getByRole('button', { name: 'Next page' }));

    expect(screen.getByRole('button', { name: 'Next page' })).toBeDisabled();
    expect(screen.getByRole('table')).toHaveAttribute('aria-busy', 'true');
    turn();
    await screen.findByText('after-first');
    expect(screen.getByRole('button', { name: 'Next page' })).toBeEnabled();
  });

  it('begins anew with another number of rows', async () => {
    const requests = backend.on('get', '/published-models', () => ({
      body: {
        items: [aListedPublication()],
        totalItems: 45,
        freshness: aFreshness(),
        nextCursor: 'next',
      },
    }));
    renderWithBackend(<PublishedModels />);
    await screen.findByText('iris');
    await userEvent.click(screen.getByRole('button', { name: 'Next page' }));
    await userEvent.click(
      screen.getByRole('button', { name: /Rows per page/ }),
    );
    await userEvent.click(await screen.findByRole('option', { name: '50' }));

    await waitFor(() =>
      expect(requests[requests.length - 1]?.query).toEqual({ limit: '50' }),
    );
  });

  it('goes back a page when the last row of a page is gone', async () => {
    let isGone = false;
    backend.on('get', '/published-models', ({ query }) => {
      const modelName = query.cursor ? 'last' : 'first';
      return {
        body: {
          items:
            isGone && query.cursor ? [] : [aListedPublication({ modelName })],
          totalItems: isGone ? 20 : 21,
          freshness: aFreshness(),
          ...(!isGone && !query.cursor && { nextCursor: 'next' }),
        },
      };
    });
    renderWithBackend(<PublishedModels />);
    await screen.findByText('first');
    await userEvent.click(screen.getByRole('button', { name: 'Next page' }));
    await screen.findByText('last');

    isGone = true;
    // What other people do to the list is noticed when the window gets the focus again.
    act(() => focusManager.setFocused(true));

    expect(await screen.findByText('first')).toBeInTheDocument();
    act(() => focusManager.setFocused(undefined));
  });

  it('opens the rotation from the menu of a row, by keyboard alone', async () => {
    backend.on('get', '/published-models', () => ({
      body: {
        items: [aListedPublication()],
        totalItems: 1,
        freshness: aFreshness(),
      },
    }));
    renderWithBackend(<PublishedModels />);
    const menu = await screen.findByRole('button', {
      name: 'Actions for iris of tenant-a',
    });

    menu.focus();
    await userEvent.keyboard('{Enter}');
    await screen.findByRole('menu');
    await userEvent.keyboard('{ArrowDown}{Enter}');

    await screen.findByRole('dialog', { name: 'Rotate the key of iris' });
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it.each([
    ['publisher', ['Open', 'Rotate key…', 'Unpublish…']],
    ['consumer', ['Open', 'Rotate key…']],
    ['viewer', ['Open']],
  ] as const)('offers to a %s: %j', async (access, offered) => {
    backend.on('get', '/published-models', () => ({
      body: {
        items: [aListedPublication({ access })],
        totalItems: 1,
        freshness: aFreshness(),
      },
    }));
    renderWithBackend(<PublishedModels />);
    const row = await screen.findByRole('row', { name: /iris/ });
    await userEvent.click(
      within(row).getByRole('button', { name: /Actions for iris/ }),
    );
    expect(
      screen.queryAllByRole('menuitem').map(({ textContent }) => textContent),
    ).toEqual(offered);
    expect(screen.getByRole('menuitem', { name: 'Open' })).toHaveAttribute(
      'href',
      '/model-publishing/published/sandbox/tenant-a/iris/overview',
    );
  });

  it('offers no new key for what is being removed', async () => {
    backend.on('get', '/published-models', () => ({
      body: {
        items: [aListedPublication({ phase: 'Unpublishing' })],
        totalItems: 1,
        freshness: aFreshness(),
      },
    }));
    renderWithBackend(<PublishedModels />);
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'Actions for iris of tenant-a',
      }),
    );

    expect(
      await screen.findByRole('menuitem', { name: 'Rotate key…' }),
    ).toHaveAttribute('aria-disabled', 'true');
  });
});
