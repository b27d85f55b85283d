/** Where apps mount the page of this product unless they choose another place. */
const PAGE = '/model-publishing';

/** Path of a tab on the portal's page of one publication. */
export function publicationPath(
  {
    cluster,
    tenant,
    model,
  }: { cluster: string; tenant: string; model: string },
  tab: string,
): string {
  const segments = ['published', cluster, tenant, model, tab];
  return [PAGE, ...segments.map(encodeURIComponent)].join('/');
}
