import { EntityProvider } from '@backstage/plugin-catalog-react';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Route, Routes } from 'react-router-dom';
import {
  EntityModelPublicationCard,
  modelPublishingApiRef,
  ModelPublishingPage,
  rootRouteRef,
} from '.';
import { useBackend } from './__testUtils__/backend';
import {
  aFreshness,
  aModel,
  aModelList,
  aListedPublication,
  aPublicationDetail,
} from './__testUtils__/builders';
import { aTenantList } from './__testUtils__/pageBuilders';
import { testClient } from './__testUtils__/renderWithBackend';

describe('the exports for the old frontend system', () => {
  const backend = useBackend();

  beforeEach(() => {
    backend.on('get', '/published-models', () => ({
      body: {
        items: [aListedPublication()],
        totalItems: 1,
        freshness: aFreshness(),
      },
    }));
    backend.on('get', '/tenants', () => ({ body: aTenantList('tenant-a') }));
    backend.on('get', '/models', () => ({
      body: aModelList(aModel({ name: 'digits' })),
    }));
    backend.on('get', '/models/iris/publish', () => ({
      body: aPublicationDetail(),
    }));
  });

  async function openAt(path: string) {
    await renderInTestApp(
      <TestApiProvider apis={[[modelPublishingApiRef, testClient()]]}>
        <Routes>
          <Route path="/model-publishing/*" element={<ModelPublishingPage />} />
        </Routes>
      </TestApiProvider>,
      { routeEntries: [path] },
    );
  }

  it('draw header and tabs, and change between the tabs', async () => {
    await openAt('/model-publishing');

    await screen.findByRole('heading', { name: 'Model Publishing' });
    await screen.findByRole('row', { name: /iris/ });
    await userEvent.click(screen.getByRole('tab', { name: 'Models' }));

    expect(
      await screen.findByRole('row', { name: /digits/ }),
    ).toBeInTheDocument();
  });

  it('have an address for each tab', async () => {
    await openAt('/model-publishing/models');

    expect(
      await screen.findByRole('row', { name: /digits/ }),
    ).toBeInTheDocument();
  });

  it('bring the card with everything that it needs', async () => {
    await renderInTestApp(
      <TestApiProvider apis={[[modelPublishingApiRef, testClient()]]}>
        <EntityProvider
          entity={{
            apiVersion: 'backstage.io/v1alpha1',
            kind: 'Component',
            metadata: {
              name: 'iris',
              annotations: { 'inference-portal.io/model': 'tenant-a/iris' },
            },
          }}
        >
          <EntityModelPublicationCard />
        </EntityProvider>
      </TestApiProvider>,
      { mountedRoutes: { '/model-publishing': rootRouteRef } },
    );

    expect(
      await screen.findByRole('group', { name: 'Address' }),
    ).toHaveTextContent('https://models.example.org/models/iris');
  });
});
