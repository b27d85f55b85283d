import { ModelType } from '@inference-portal/plugin-model-publishing-common';
import { KubernetesObject } from '../cluster/defineResource';
import { ServiceSpec } from '../cluster/resources/Service';
import { inferenceServiceView } from './InferenceServiceView';
import { serviceNameOf } from './serviceNames';
import { knativeServiceProblem, serviceProblem } from './serviceProblem';
import { isPathSegment, isPlainName, Upstream } from './Upstream';

/** Where a model answers, or why it must not be routed to. */
export type UpstreamResolution =
  | { ok: true; upstream: Upstream }
  | { ok: false; reason: string; message: string };

/** What an upstream is resolved from besides the model. */
export interface UpstreamSurroundings {
  /** Looks a Service up in the model's namespace. */
  serviceOf: (name: string) => KubernetesObject | undefined;
  /** The Service that Knative's cluster-local requests go through. Only its name counts; it is never read. */
  localGateway: { namespace: string; service: string; port: number };
  modelType: ModelType;
  openaiPrefix: Upstream['openaiPrefix'];
}

const SERVICE_PORT = 80;
/** Headless Services map no ports, so the container's own port is used (gateway-facts 6.2). */
const CONTAINER_PORT = 8080;

/**
 * Finds the Service of a model by name, and checks that it is the model's own: another Service of that name, or one
 * that points out of the cluster, would send the requests elsewhere.
 */
export function resolveUpstream(
  model: KubernetesObject,
  { serviceOf, localGateway, modelType, openaiPrefix }: UpstreamSurroundings,
): UpstreamResolution {
  const { mode, entryPoint, protocol, servedName } =
    inferenceServiceView(model);
  if (!mode) {
    return refuse(
      'ModeUnsupported',
      'only models in Standard or Knative mode can be published',
    );
  }
  if (!protocol) {
    return refuse(
      'ProtocolUnsupported',
      'the model speaks gRPC, and only the HTTP protocols v1 and v2 can be published',
    );
  }
  const isNameGood =
    modelType === 'openai'
      ? isPlainName(servedName)
      : isPathSegment(servedName);
  if (!isNameGood) {
    return refuse(
      'ServedNameUnsafe',
      `the model server's --model_name "${servedName}" cannot be ${
        modelType === 'openai' ? 'asked for' : 'part of a path'
      }`,
    );
  }
  const { name, namespace = '' } = model.metadata;
  const serviceName = serviceNameOf(name, entryPoint);
  if (!serviceName) {
    return refuse(
      'NameUnsafe',
      `no Service can be called "${name}-${entryPoint}"; the model needs a shorter or simpler name`,
    );
  }
  const service = serviceOf(serviceName);
  if (!service) {
    return refuse(
      'ServiceMissing',
      `Service "${serviceName}" of the model does not exist`,
    );
  }
  const host = hostOf(serviceName, namespace);
  const gatewayHost = hostOf(localGateway.service, localGateway.namespace);
  const problem =
    mode === 'Knative'
      ? knativeServiceProblem(service, model, gatewayHost)
      : serviceProblem(service, model);
  if (problem) {
    return { ok: false, ...problem };
  }
  const place =
    mode === 'Knative'
      ? { hostname: gatewayHost, port: localGateway.port, hostHeader: host }
      : { hostname: host, port: portOf(service), hostHeader: undefined };
  return {
    ok: true,
    upstream: { ...place, servedName, protocol, openaiPrefix },
  };
}

function portOf({ spec }: KubernetesObject): number {
  const { clusterIP } = (spec ?? {}) as ServiceSpec;
  return clusterIP === 'None' ? CONTAINER_PORT : SERVICE_PORT;
}

/** DNS name of a Service inside its cluster. */
export function hostOf(service: string, namespace: string): string {
  return `${service}.${namespace}.svc.cluster.local`;
}

export function refuse(reason: string, message: string): UpstreamResolution {
  return { ok: false, reason, message };
}
