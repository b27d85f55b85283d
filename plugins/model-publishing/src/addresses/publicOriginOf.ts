import {
  GatewayHostname,
  PublishingHostname,
} from '@inference-portal/plugin-model-publishing-common';

const DEFAULT_PORTS = { http: 80, https: 443 };

/** What addresses on a hostname begin with, such as `https://models.example.org:8443`. */
export function publicOriginOf(
  hostname: string,
  {
    scheme,
    port,
  }: Pick<PublishingHostname | GatewayHostname, 'scheme' | 'port'>,
): string {
  return port === DEFAULT_PORTS[scheme]
    ? `${scheme}://${hostname}`
    : `${scheme}://${hostname}:${port}`;
}
