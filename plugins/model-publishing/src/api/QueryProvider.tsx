import { useApi } from '@backstage/core-plugin-api';
import { QueryClientProvider } from '@tanstack/react-query';
import { PropsWithChildren } from 'react';
import { LiveUpdates } from '../live/LiveUpdates';
import { modelPublishingApiRef } from './ModelPublishingApi';
import { sharedQueriesOf } from './sharedQueries';

/** Gives everything of this plugin its cache of answers, which keeps itself up to date. */
export function QueryProvider({ children }: PropsWithChildren<{}>) {
  const { client, live, outage } = sharedQueriesOf(
    useApi(modelPublishingApiRef),
  );
  return (
    <QueryClientProvider client={client}>
      {children}
      <LiveUpdates live={live} outage={outage} />
    </QueryClientProvider>
  );
}
