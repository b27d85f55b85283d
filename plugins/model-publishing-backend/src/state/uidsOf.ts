/** What has to be known of a gateway. */
export interface PublishingGateway {
  states: { list(): Array<{ uid: string }> };
  /** @throws ServiceUnavailableError as long as the cluster has not been read once */
  requireSynced(): void;
}

/**
 * Uids of everything that is published.
 *
 * @throws ServiceUnavailableError as long as a cluster has not been read once
 */
export function uidsOf(gateways: PublishingGateway[]): string[] {
  gateways.forEach(gateway => gateway.requireSynced());
  return gateways.flatMap(({ states }) => states.list().map(({ uid }) => uid));
}
