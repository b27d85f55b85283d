import { KubernetesObject } from '../cluster/defineResource';
import { ServiceSpec } from '../cluster/resources/Service';
import { inferenceServiceView } from './InferenceServiceView';
import { Upstream } from './Upstream';

/** Where a model answers, or why it must not be routed to. */
export type UpstreamResolution =
  | { ok: true; upstream: Upstream }
  | { ok: false; reason: string; message: string };

const SERVICE_PORT = 80;
/** Headless Services have no port mapping, so the container's own port is used. */
const CONTAINER_PORT = 8080;

/**
 * Finds the Service of a model by name and checks that it is the model's own: a Service that somebody else has put
 * there, or that points out of the cluster, would send the tenant's traffic elsewhere.
 */
export function resolveUpstream(
  model: KubernetesObject,
  serviceOf: (name: string) => KubernetesObject | undefined,
): UpstreamResolution {
  const view = inferenceServiceView(model);
  const { name, namespace } = model.metadata;
  if (view.mode === 'Knative') {
    return refuse('KnativeMode', 'models in Knative mode cannot be published yet; use Standard mode');
  }
  const serviceName = `${name}-${view.hasTransformer ? 'transformer' : 'predictor'}`;
  const service = serviceOf(serviceName);
  if (!service) {
    return refuse('ServiceMissing', `Service "${serviceName}" does not exist`);
  }
  const { type, clusterIP } = (service.spec ?? {}) as ServiceSpec;
  if (type === 'ExternalName') {
    return refuse('ServiceExternal', `Service "${serviceName}" points out of the cluster`);
  }
  const owned = service.metadata.ownerReferences?.some(({ uid }) => uid === model.metadata.uid);
  if (!owned) {
    return refuse('ServiceForeign', `Service "${serviceName}" does not belong to the model`);
  }
  return {
    ok: true,
    upstream: {
      hostname: `${serviceName}.${namespace}.svc.cluster.local`,
      port: clusterIP === 'None' ? CONTAINER_PORT : SERVICE_PORT,
      hostHeader: undefined,
      servedName: view.servedName,
      protocol: view.protocol,
    },
  };
}

function refuse(reason: string, message: string): UpstreamResolution {
  return { ok: false, reason, message };
}
