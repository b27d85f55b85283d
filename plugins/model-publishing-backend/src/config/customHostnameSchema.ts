import {
  hostnameSchema,
  tenantIdSchema,
} from '@inference-portal/plugin-model-publishing-common';
import { z } from 'zod';
import { listenerNameOf } from '../names';

/** Substituted environment variables are text. */
export const portSchema = z.coerce.number().int().min(1).max(65_535);

/** A DNS name, or a wildcard for all names below one. */
export const allowedHostnameSchema = z
  .string()
  .refine(
    value => hostnameSchema.safeParse(value.replace(/^\*\./, '')).success,
    {
      message: 'must be a DNS name, or a wildcard such as "*.apps.example.org"',
    },
  );

/** Where this backend reaches a gateway. */
export const probeUrlSchema = z.string().refine(isGatewayAddress, {
  message:
    'must be scheme, host and port only, such as "http://envoy.internal:10080"',
});

const objectName = z
  .string()
  .regex(
    /^[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$/,
    'must be the name of a Kubernetes object',
  );

const certificateSchema = z
  .strictObject({
    secret: objectName.optional(),
    certManager: z
      .strictObject({
        clusterIssuer: objectName.optional(),
        issuer: objectName.optional(),
      })
      .refine(
        ({ clusterIssuer, issuer }) =>
          Boolean(clusterIssuer) !== Boolean(issuer),
        { message: 'must have clusterIssuer or issuer, and not both' },
      )
      .optional(),
  })
  .refine(({ secret, certManager }) => secret ?? certManager, {
    message: 'must have secret, certManager or both',
  });

/** A hostname that the Gateway gets a listener of ours for; see `CustomHostname`. */
export const customHostnameSchema = z
  .strictObject({
    hostname: allowedHostnameSchema,
    tenants: z.array(tenantIdSchema).min(1).optional(),
    port: portSchema.optional(),
    certificate: certificateSchema.optional(),
    probeUrl: probeUrlSchema.optional(),
  })
  .transform(({ hostname, tenants, port, certificate, probeUrl }) => ({
    hostname,
    tenants,
    port: port ?? (certificate ? 443 : 80),
    certificate: certificate && {
      secret: certificate.secret ?? `${listenerNameOf(hostname)}-tls`,
      issuer: issuerOf(certificate.certManager),
    },
    probeUrl,
  }));

function issuerOf(
  certManager: { clusterIssuer?: string; issuer?: string } | undefined,
) {
  const { clusterIssuer, issuer } = certManager ?? {};
  if (clusterIssuer) {
    return { kind: 'ClusterIssuer' as const, name: clusterIssuer };
  }
  return issuer ? { kind: 'Issuer' as const, name: issuer } : undefined;
}

function isGatewayAddress(value: string): boolean {
  if (!URL.canParse(value)) {
    return false;
  }
  const { protocol, origin, href } = new URL(value);
  return ['http:', 'https:'].includes(protocol) && href === `${origin}/`;
}
