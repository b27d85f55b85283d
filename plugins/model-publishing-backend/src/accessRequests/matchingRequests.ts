import { Knex } from 'knex';
import { AccessRequestFilter } from './AccessRequestStore';
import { ACCESS_REQUESTS, AccessRequestRow } from './accessRequestRow';

/** The rows that a filter leaves. */
export function matchingRequests(
  database: Knex,
  filter: AccessRequestFilter,
): Knex.QueryBuilder<AccessRequestRow> {
  const rows = database<AccessRequestRow>(ACCESS_REQUESTS);
  const values = {
    state: filter.state,
    model: filter.model,
    publisher_tenant: filter.publisherTenant,
    cluster: filter.cluster,
  };
  for (const [column, value] of Object.entries(values)) {
    if (value !== undefined) {
      void rows.where(column, value);
    }
  }
  if (filter.publicationUids) {
    void rows.whereIn('publication_uid', filter.publicationUids);
  }
  if (filter.tenants) {
    const { role, places } = filter.tenants;
    const column = role === 'publisher' ? 'publisher_tenant' : 'tenant';
    void rows.whereIn(
      ['cluster', column],
      places.map(({ cluster, namespace }) => [cluster, namespace]),
    );
  }
  return rows;
}
