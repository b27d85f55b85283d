import { z } from 'zod';
import {
  GatewayConfig,
  ModelPublishingConfig,
  ServiceConfig,
  TenantConfig,
} from './ModelPublishingConfig';
import {
  gatewaySchema,
  limitsSectionSchema,
  serviceSchema,
  tenancySchema,
  tenantSchema,
} from './configSchema';

/**
 * The parts of a configuration that rules are about, each parsed by itself, so that one mistake hides no other.
 * Entries keep their position; one that is malformed is undefined.
 */
export interface ConfigParts {
  /** Names of clusters that have an account of their own. */
  clusters: string[];
  gateways: Array<GatewayConfig | undefined>;
  tenants: Array<TenantConfig | undefined>;
  services: Array<ServiceConfig | undefined>;
  /** Whether Groups may name further tenants. */
  groupsNameTenants: boolean;
  limits: ModelPublishingConfig['limits'] | undefined;
}

const shapeSchema = z.object({
  clusters: z.record(z.string(), z.unknown()).catch({}),
  gateways: z.array(z.unknown()).catch([]),
  tenants: z.array(z.unknown()).catch([]),
  services: z.array(z.unknown()).catch([]),
  tenancy: z.unknown().optional(),
  limits: z.unknown().optional(),
});

/** @param defaultCluster - of entries that name none */
export function readConfigParts(
  raw: unknown,
  defaultCluster: string,
): ConfigParts {
  const shape = valueOf(shapeSchema, raw) ?? shapeSchema.parse({});
  const gateways = shape.gateways.map(entry => valueOf(gatewaySchema, entry));
  const tenants = shape.tenants.map(entry => valueOf(tenantSchema, entry));
  return {
    clusters: Object.keys(shape.clusters),
    gateways: gateways.map(
      gateway =>
        gateway && {
          ...gateway,
          cluster: gateway.cluster ?? defaultCluster,
          probeUrl: gateway.probeUrl,
        },
    ),
    tenants: tenants.map(
      tenant =>
        tenant && { ...tenant, cluster: tenant.cluster ?? defaultCluster },
    ),
    services: shape.services.map(entry => valueOf(serviceSchema, entry)),
    // Malformed, they may be meant to.
    groupsNameTenants:
      valueOf(tenancySchema, shape.tenancy)?.groupAnnotation.trustedLocations
        .length !== 0,
    limits: valueOf(limitsSectionSchema, shape.limits),
  };
}

function valueOf<S extends z.ZodType>(
  schema: S,
  raw: unknown,
): z.output<S> | undefined {
  return schema.safeParse(raw).data;
}
