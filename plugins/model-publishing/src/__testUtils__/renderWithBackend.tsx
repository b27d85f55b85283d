import { renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { ModelPublishingClient } from '@inference-portal/plugin-model-publishing-common';
import { useQueryClient } from '@tanstack/react-query';
import { modelPublishingApiRef } from '../api/ModelPublishingApi';
import { QueryProvider } from '../api/QueryProvider';
import { rootRouteRef } from '../routes';
import { BACKEND_URL } from './backend';

/** A client of the backend that `useBackend` plays. */
export function testClient(): ModelPublishingClient {
  return new ModelPublishingClient({
    discovery: { getBaseUrl: async () => BACKEND_URL },
    fetch: { fetch: (...args) => fetch(...args) },
  });
}

/** Renders a body of this plugin as both frontend systems do: with the client and the cache of answers. */
export function renderWithBackend(element: JSX.Element, address = '/') {
  let cache = () => '';
  function CacheReader() {
    const client = useQueryClient();
    cache = () =>
      JSON.stringify(
        [
          client.getQueryCache().getAll(),
          client.getMutationCache().getAll(),
        ].map(entries => entries.map(({ state }) => state)),
      );
    return null;
  }
  renderInTestApp(
    <QueryProvider>
      {element}
      <CacheReader />
    </QueryProvider>,
    {
      apis: [[modelPublishingApiRef, testClient()]],
      initialRouteEntries: [address],
      mountedRoutes: {
        '/model-publishing': rootRouteRef,
        '/catalog/:namespace/:kind/:name': entityRouteRef,
      },
    },
  );
  return {
    /** Everything that the cache of answers holds at the moment. */
    cachedText: () => cache(),
  };
}
