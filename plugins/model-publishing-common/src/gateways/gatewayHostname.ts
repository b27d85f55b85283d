import { z } from 'zod';
import { tenantIdSchema } from '../names/modelRef';
import { publicationConditionSchema } from '../publications/publication';
import { publishingHostnameSchema } from '../publishing/publishingOptions';

/** How something stands, without saying what. */
export const findingSchema = publicationConditionSchema.omit({ type: true });
export type Finding = z.infer<typeof findingSchema>;

/** A listener of the Gateway that published models answer on. */
export const gatewayListenerSchema = z.object({
  name: z.string(),
  hostname: z.string().nullable().describe('null: every hostname'),
  port: z
    .number()
    .nullable()
    .describe('null: the Gateway has no such listener'),
  protocol: z.string().nullable(),
  owner: z
    .enum(['platform', 'portal'])
    .describe('portal: made for a custom hostname, while it is in use'),
  finding: findingSchema,
});
export type GatewayListenerView = z.infer<typeof gatewayListenerSchema>;

/** What a custom hostname has beside its name. */
export const customHostnameViewSchema = z.object({
  certificate: z
    .object({
      secret: z
        .string()
        .describe("Name of the Secret in the gateway's namespace"),
      issuer: z
        .object({ kind: z.string(), name: z.string() })
        .nullable()
        .describe('Of cert-manager; null: the Secret is the platform’s'),
    })
    .nullable()
    .describe('null: plain HTTP'),
  listener: findingSchema
    .nullable()
    .describe('null: nothing is published there, so there need be none'),
});

/** A hostname that models may be published under. */
export const gatewayHostnameSchema = publishingHostnameSchema.extend({
  tenants: z
    .array(tenantIdSchema)
    .nullable()
    .describe('Who may use it; null: all tenants of the cluster'),
  custom: customHostnameViewSchema
    .nullable()
    .describe('Of hostnames with listeners that the portal makes'),
});
export type GatewayHostname = z.infer<typeof gatewayHostnameSchema>;
