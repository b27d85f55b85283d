import { z } from 'zod';
import { UpstreamResolver } from './gateway/dataPlane/UpstreamResolver';
import { ServedModel } from './models/modelRequestHandler';
import { ModelServers } from './models/ModelServers';
import { hostOf, localGateway, modelLabel } from './seed/services';

const LOCAL_GATEWAY = hostOf(localGateway.namespace, localGateway.name);

const serviceSchema = z.object({
  metadata: z.object({
    namespace: z.string(),
    labels: z.record(z.string(), z.string()).default({}),
    ownerReferences: z
      .array(z.object({ kind: z.string(), name: z.string() }))
      .default([]),
  }),
  spec: z.object({
    type: z.string().default('ClusterIP'),
    externalName: z.string().optional(),
    ports: z.array(z.object({ port: z.number() })).default([]),
  }),
});
type Service = z.infer<typeof serviceSchema>;

/** Formats whose servers speak OpenAI's protocol. */
const openaiFormats = ['huggingface', 'vllm'];

const modelSchema = z.object({
  spec: z.object({
    predictor: z.object({
      model: z.object({ modelFormat: z.object({ name: z.string() }) }),
    }),
  }),
});

/** How the objects of the cluster are found, by namespace and name; undefined: there is none. */
export interface ServiceObjects {
  service(namespace: string, name: string): unknown;
  inferenceService(namespace: string, name: string): unknown;
}

/**
 * Resolves `<service>.<namespace>.svc.cluster.local` to what answers there: the server of the model that the Service
 * belongs to, or the local gateway of Knative, which looks at the Host header. A Service that stands for another name
 * (ExternalName) leads where that leads. A name without a Service, or a Service without a model or with other ports,
 * leads nowhere.
 */
export function upstreamOfService(
  objects: ServiceObjects,
  models: ModelServers,
): UpstreamResolver {
  const serviceAt = (host: string): Service | undefined => {
    const [, name, namespace] =
      /^([^.]+)\.([^.]+)\.svc\.cluster\.local$/.exec(host) ?? [];
    return name && namespace
      ? serviceSchema.safeParse(objects.service(namespace, name)).data
      : undefined;
  };
  /** Knative knows its models by the hosts of Services that stand for its gateway. */
  const modelAtGateway = (host: string): ServedModel | undefined => {
    const service = serviceAt(host);
    return service?.spec.externalName === LOCAL_GATEWAY
      ? modelOf(service, objects)
      : undefined;
  };
  return async ({ hostname, port }) => {
    const alias = serviceAt(hostname)?.spec;
    const host =
      alias?.type === 'ExternalName' ? alias.externalName ?? '' : hostname;
    const service = serviceAt(host);
    if (!service?.spec.ports.some(exposed => exposed.port === port)) {
      return undefined;
    }
    if (host === LOCAL_GATEWAY) {
      return models.portOfLocalGateway(modelAtGateway);
    }
    const model = modelOf(service, objects);
    return model && models.portOf(model);
  };
}

function modelOf(
  { metadata }: Service,
  objects: ServiceObjects,
): ServedModel | undefined {
  const { namespace, labels, ownerReferences } = metadata;
  const llm = ownerReferences.find(
    ({ kind }) => kind === 'LLMInferenceService',
  );
  if (llm) {
    return { namespace, name: llm.name, protocol: 'openai' };
  }
  const name = labels[modelLabel];
  if (!name) {
    return undefined;
  }
  const { data } = modelSchema.safeParse(
    objects.inferenceService(namespace, name),
  );
  const format = data?.spec.predictor.model.modelFormat.name ?? '';
  return {
    namespace,
    name,
    component: labels.component === 'transformer' ? 'transformer' : 'predictor',
    protocol: openaiFormats.includes(format.toLowerCase()) ? 'openai' : 'iris',
  };
}
