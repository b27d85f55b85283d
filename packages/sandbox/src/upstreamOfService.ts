import { z } from 'zod';
import { UpstreamResolver } from './gateway/dataPlane/UpstreamResolver';
import { ModelServers } from './models/ModelServers';

const modelService = z.object({
  metadata: z.object({
    labels: z.object({ 'serving.kserve.io/inferenceservice': z.string() }),
  }),
  spec: z.object({ ports: z.array(z.object({ port: z.number() })) }),
});

/**
 * Resolves `<service>.<namespace>.svc.cluster.local` to the server of the model that the Service belongs to. A name
 * without a Service, or a Service without a model or with other ports, leads nowhere.
 */
export function upstreamOfService(
  getService: (namespace: string, name: string) => unknown,
  models: ModelServers,
): UpstreamResolver {
  return async ({ hostname, port }) => {
    const [, name, namespace] =
      /^([^.]+)\.([^.]+)\.svc\.cluster\.local$/.exec(hostname) ?? [];
    if (!name || !namespace) {
      return undefined;
    }
    const service = modelService.safeParse(getService(namespace, name));
    if (
      !service.success ||
      !service.data.spec.ports.some(exposed => exposed.port === port)
    ) {
      return undefined;
    }
    const { labels } = service.data.metadata;
    const model = labels['serving.kserve.io/inferenceservice'];
    return models.portOf({ namespace, name: model });
  };
}
