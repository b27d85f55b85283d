import { QueryClient } from '@tanstack/react-query';
import { LiveQueries } from '../live/LiveQueries';
import { Outage } from '../live/Outage';
import { ModelPublishingApi } from './ModelPublishingApi';

/** A cache of answers, and what keeps it up to date. */
export interface SharedQueries {
  client: QueryClient;
  live: LiveQueries;
  outage: Outage;
}

/** One cache per API client: pages and cards of one app share it, and two apps never do. */
const known = new WeakMap<ModelPublishingApi, SharedQueries>();

export function sharedQueriesOf(api: ModelPublishingApi): SharedQueries {
  const shared = known.get(api) ?? create();
  known.set(api, shared);
  return shared;
}

function create(): SharedQueries {
  const outage = new Outage();
  const client = new QueryClient({
    queryCache: outage.queryCache,
    // A failure is shown at once, with a button that tries again, instead of after silent repetitions.
    defaultOptions: { queries: { retry: false } },
  });
  return { client, live: new LiveQueries(client), outage };
}
