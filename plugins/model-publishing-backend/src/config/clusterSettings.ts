import { tenantIdSchema } from '@inference-portal/plugin-model-publishing-common';
import { z } from 'zod';

/** Names a Service; Kubernetes allows them what it allows namespaces. */
const serviceName = tenantIdSchema;

/** KServe's own default, `knativeLocalGatewayService` in its ConfigMap `inferenceservice-config` (gateway-facts 6.2). */
const KSERVE_LOCAL_GATEWAY = {
  namespace: 'istio-system',
  service: 'knative-local-gateway',
};

/** How one cluster differs from others, besides the portal's account there. */
export const clusterSettingsSchema = z.object({
  knativeLocalGateway: z
    .strictObject({
      namespace: tenantIdSchema,
      service: serviceName,
      port: z.coerce.number().int().min(1).max(65_535).default(80),
    })
    .prefault(KSERVE_LOCAL_GATEWAY),
  clusterServingRuntimes: z.boolean().default(false),
});

export type ClusterSettings = z.output<typeof clusterSettingsSchema>;

const DEFAULTS = clusterSettingsSchema.parse({});

/** Of any cluster, those that the configuration does not name included. */
export function clusterSettingsOf(
  { clusterSettings }: { clusterSettings: Map<string, ClusterSettings> },
  cluster: string,
): ClusterSettings {
  return clusterSettings.get(cluster) ?? DEFAULTS;
}
