import { useApi } from '@backstage/core-plugin-api';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { PropsWithChildren } from 'react';
import {
  ModelPublishingApi,
  modelPublishingApiRef,
} from './ModelPublishingApi';

/** One cache per API client: pages and cards of one app share it, and two apps never do. */
const queryClients = new WeakMap<ModelPublishingApi, QueryClient>();

function queryClientOf(api: ModelPublishingApi): QueryClient {
  const known = queryClients.get(api);
  if (known) {
    return known;
  }
  // A failure is shown at once, with a button that tries again, instead of after silent repetitions.
  const created = new QueryClient({
    defaultOptions: { queries: { retry: false } },
  });
  queryClients.set(api, created);
  return created;
}

/** Gives everything of this plugin its cache of answers. */
export function QueryProvider({ children }: PropsWithChildren<{}>) {
  const client = queryClientOf(useApi(modelPublishingApiRef));
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>;
}
