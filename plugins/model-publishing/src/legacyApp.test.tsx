import { createApp } from '@backstage/app-defaults';
import { FlatRoutes } from '@backstage/core-app-api';
import {
  createApiFactory,
  createPlugin,
  createRoutableExtension,
} from '@backstage/core-plugin-api';
import {
  catalogApiRef,
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Route } from 'react-router-dom';
import {
  EntityModelPublicationCard,
  modelPublishingApiRef,
  ModelPublishingPage,
} from '.';
import { useBackend } from './__testUtils__/backend';
import {
  aFreshness,
  aListedPublication,
  aModel,
  aModelList,
  aPublicationDetail,
} from './__testUtils__/builders';
import { aTenantList } from './__testUtils__/pageBuilders';
import { testClient } from './__testUtils__/renderWithBackend';

const entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'iris',
    annotations: { 'inference-portal.io/model': 'sandbox/tenant-a/iris' },
  },
};

/** Stands for the page that the catalog draws, with our card on it. */
const EntityPage = createPlugin({ id: 'catalog' }).provide(
  createRoutableExtension({
    name: 'EntityPage',
    mountPoint: entityRouteRef,
    component: async () => () =>
      (
        <EntityProvider entity={entity}>
          <EntityModelPublicationCard />
        </EntityProvider>
      ),
  }),
);

const PUBLICATION = '/model-publishing/published/sandbox/tenant-a/iris';

describe('an app of the old frontend system', () => {
  const backend = useBackend();

  beforeEach(() => {
    backend.on('get', '/published-models', () => ({
      body: {
        items: [aListedPublication()],
        totalItems: 1,
        freshness: aFreshness(),
      },
    }));
    backend.on('get', '/models', () => ({
      body: aModelList(aModel({ name: 'digits' })),
    }));
    backend.on('get', '/tenants', () => ({ body: aTenantList('tenant-a') }));
    backend.on('get', '/models/iris/publish', () => ({
      body: aPublicationDetail(),
    }));
    backend.on('get', '/models/iris/publish/manifests', () => ({
      body: 'kind: HTTPRoute\n',
    }));
  });

  function openAt(path: string) {
    window.history.replaceState(null, '', path);
    const app = createApp({
      apis: [
        createApiFactory(modelPublishingApiRef, testClient()),
        createApiFactory(catalogApiRef, catalogApiMock({ entities: [entity] })),
      ],
      configLoader: async () => [
        {
          context: 'test',
          data: {
            app: { title: 'Old portal', baseUrl: 'http://localhost' },
            backend: { baseUrl: 'http://backend.test' },
          },
        },
      ],
    });
    // Of the app itself: another copy of the package would know nothing of this app.
    const AppRouter = app.getRouter();
    const Root = app.createRoot(
      <AppRouter>
        <FlatRoutes>
          <Route path="/model-publishing" element={<ModelPublishingPage />} />
          <Route
            path="/catalog/:namespace/:kind/:name"
            element={<EntityPage />}
          />
        </FlatRoutes>
      </AppRouter>,
    );
    render(<Root />);
  }

  it.each([
    ['/model-publishing', 'row', /iris/],
    ['/model-publishing/published?phase=Published', 'row', /iris/],
    ['/model-publishing/models', 'row', /digits/],
    [PUBLICATION, 'region', 'Address'],
    [`${PUBLICATION}/overview`, 'region', 'Address'],
    [`${PUBLICATION}/manifests`, 'heading', 'Manifests'],
  ])('has at %s a %s %s', async (path, role, name) => {
    openAt(path);

    expect(
      await screen.findByRole(role, { name }, { timeout: 10_000 }),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('heading', { name: 'Model Publishing', level: 1 }),
    ).toBeInTheDocument();
  });

  it('changes from the page of a publication to its parts, to its entity and to other tabs', async () => {
    openAt(PUBLICATION);
    await userEvent.click(
      await screen.findByRole('link', { name: 'Manifests' }),
    );
    await screen.findByRole('region', { name: 'YAML' });
    expect(window.location.pathname).toBe(`${PUBLICATION}/manifests`);
    await waitFor(() =>
      expect(document.title).toBe('iris of tenant-a | Old portal'),
    );
    expect(
      await screen.findByRole('link', { name: 'Open in catalog' }),
    ).toHaveAttribute('href', '/catalog/default/component/iris');

    await userEvent.click(screen.getByRole('tab', { name: 'Models' }));
    await screen.findByRole('row', { name: /digits/ });
    expect(window.location.pathname).toBe('/model-publishing/models');
    await waitFor(() =>
      expect(document.title).toBe('Model Publishing | Models | Old portal'),
    );
  });

  it('shows the card on the page of an entity, and leads from there to the page of the publication', async () => {
    openAt('/catalog/default/component/iris');

    expect(
      await screen.findByRole('group', { name: 'Address' }),
    ).toHaveTextContent('https://models.example.org/models/iris');
    await userEvent.click(
      screen.getByRole('link', { name: 'Open the publication' }),
    );
    expect(
      await screen.findByRole('navigation', { name: 'About iris' }),
    ).toBeInTheDocument();
  });
});
