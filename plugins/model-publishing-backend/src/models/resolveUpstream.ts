import { KubernetesObject } from '../cluster/defineResource';
import { ServiceSpec } from '../cluster/resources/Service';
import { inferenceServiceView } from './InferenceServiceView';
import { serviceProblem } from './serviceProblem';
import { Upstream } from './Upstream';

/** Where a model answers, or why it must not be routed to. */
export type UpstreamResolution =
  | { ok: true; upstream: Upstream }
  | { ok: false; reason: string; message: string };

const SERVICE_PORT = 80;
/** Headless Services map no ports, so the container's own port is used (gateway-facts 6.2). */
const CONTAINER_PORT = 8080;
/** The name becomes a part of a path: nothing in it may end the segment or be read in two ways. */
const SAFE_NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,252}$/;

/**
 * Finds the Service of a model by name, and checks that it is the model's own: another Service of that name, or one
 * that points out of the cluster, would send the requests elsewhere.
 *
 * @param serviceOf - looks a Service up in the model's namespace
 */
export function resolveUpstream(
  model: KubernetesObject,
  serviceOf: (name: string) => KubernetesObject | undefined,
): UpstreamResolution {
  const { mode, entryPoint, protocol, servedName } =
    inferenceServiceView(model);
  switch (mode) {
    case 'Standard':
      break;
    case 'Knative':
      return refuse(
        'KnativeMode',
        'models in Knative mode cannot be published yet, only those in Standard mode',
      );
    default:
      return refuse(
        'ModeUnsupported',
        'only models in Standard mode can be published',
      );
  }
  if (!protocol) {
    return refuse(
      'ProtocolUnsupported',
      'the model speaks gRPC, and only the HTTP protocols v1 and v2 can be published',
    );
  }
  if (!SAFE_NAME.test(servedName)) {
    return refuse(
      'ServedNameUnsafe',
      `the model server's --model_name "${servedName}" cannot be part of a path`,
    );
  }
  const serviceName = `${model.metadata.name}-${entryPoint}`;
  const service = serviceOf(serviceName);
  if (!service) {
    return refuse(
      'ServiceMissing',
      `Service "${serviceName}" of the model does not exist`,
    );
  }
  const problem = serviceProblem(service, model);
  if (problem) {
    return { ok: false, ...problem };
  }
  const { clusterIP } = (service.spec ?? {}) as ServiceSpec;
  return {
    ok: true,
    upstream: {
      hostname: `${serviceName}.${model.metadata.namespace}.svc.cluster.local`,
      port: clusterIP === 'None' ? CONTAINER_PORT : SERVICE_PORT,
      hostHeader: undefined,
      servedName,
      protocol,
    },
  };
}

function refuse(reason: string, message: string): UpstreamResolution {
  return { ok: false, reason, message };
}
