import { z } from 'zod';
import { clusterRequest } from './clusterRequest';

const TENANT = 'tenant-a';
const LABEL = 'inference-portal.io/bench';
const MODELS = `/apis/serving.kserve.io/v1beta1/namespaces/${TENANT}/inferenceservices`;
const SERVICES = `/api/v1/namespaces/${TENANT}/services`;

const modelSchema = z.looseObject({
  spec: z.unknown(),
  status: z.unknown(),
});
const createdSchema = z.object({ metadata: z.object({ uid: z.string() }) });
const serviceSchema = z.looseObject({
  spec: z.looseObject({ ports: z.unknown(), selector: z.unknown() }),
});

/** Where KServe's controller would stand: models that look like tenant-a/chat and answer nobody. */
export const copiesOfChat = {
  async create(name: string): Promise<void> {
    const { spec, status } = modelSchema.parse(
      await clusterRequest('GET', `${MODELS}/chat`),
    );
    const service = serviceSchema.parse(
      await clusterRequest('GET', `${SERVICES}/chat-predictor`),
    );
    const apiVersion = 'serving.kserve.io/v1beta1';
    const labels = { [LABEL]: 'true' };
    const created = createdSchema.parse(
      await clusterRequest('POST', MODELS, {
        apiVersion,
        kind: 'InferenceService',
        metadata: { name, namespace: TENANT, labels },
        spec,
      }),
    );
    await clusterRequest('PATCH', `${MODELS}/${name}/status`, { status });
    await clusterRequest('POST', SERVICES, {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: {
        name: `${name}-predictor`,
        namespace: TENANT,
        labels: { ...labels, 'serving.kserve.io/inferenceservice': name },
        ownerReferences: [
          {
            apiVersion,
            kind: 'InferenceService',
            name,
            uid: created.metadata.uid,
            controller: true,
          },
        ],
      },
      spec: { ports: service.spec.ports, selector: service.spec.selector },
    });
  },

  /** All that were ever made; their Services go with them. */
  async remove(): Promise<void> {
    const selector = `labelSelector=${encodeURIComponent(`${LABEL}=true`)}`;
    await clusterRequest('DELETE', `${MODELS}?${selector}`);
  },
};
