/** Where a model is, in words: its tenant, and its cluster where there are several. */
export function placeText(
  { tenantId, cluster }: { tenantId: string; cluster: string },
  isOneCluster: boolean,
): string {
  return isOneCluster ? tenantId : `${tenantId} · ${cluster}`;
}
