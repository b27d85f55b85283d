import { UpstreamAddress } from '../configuration/GatewayConfiguration';

/** The loopback port behind an in-cluster name, or undefined when nothing answers there. */
export type UpstreamResolver = (
  address: UpstreamAddress,
) => Promise<number | undefined>;
