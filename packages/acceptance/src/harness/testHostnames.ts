import { TargetDescription } from './TargetDescription';

/** Hostnames beside those of the target, which tests publish on; none of them is in any DNS. */
export const TEST_HOSTNAMES: TargetDescription['testHostnames'] = {
  wildcard: '*.apps.acceptance.example',
  ofTenantB: 'b.acceptance.example',
  plain: 'plain.acme.example',
};

/** Of the listeners with TLS. */
export const TLS_HOSTNAMES = {
  hostname: 'models.acme.example',
  secret: 'acceptance-acme-tls',
  ofTenantA: '*.a.acme.example',
  secretOfTenantA: 'acceptance-a-acme-tls',
};

interface GatewayHostnames {
  default: string;
  allowed: string[];
}

/**
 * The hostnames of a gateway with those of tests.
 *
 * @param plain - port of the listener for plain HTTP, and where it can be reached
 * @param tlsUrl - where a listener with TLS on port 443 can be reached; undefined: nowhere
 */
export function withTestHostnames(
  { default: usual, allowed }: GatewayHostnames,
  plain: { port: number; probeUrl: string },
  tlsUrl: string | undefined,
) {
  const { hostname, secret, ofTenantA, secretOfTenantA } = TLS_HOSTNAMES;
  return {
    default: usual,
    allowed: [...allowed, TEST_HOSTNAMES.wildcard],
    perTenant: { 'tenant-b': [TEST_HOSTNAMES.ofTenantB] },
    custom: [
      { hostname: TEST_HOSTNAMES.plain, ...plain },
      { hostname, certificate: { secret }, probeUrl: tlsUrl },
      {
        hostname: ofTenantA,
        tenants: ['tenant-a'],
        certificate: { secret: secretOfTenantA },
        probeUrl: tlsUrl,
      },
    ],
  };
}
