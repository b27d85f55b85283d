import { KubernetesObject } from '../cluster/defineResource';
import { ServiceSpec } from '../cluster/resources/Service';

/** Label by which KServe marks the Services that it makes for a model. */
const MODEL_LABEL = 'serving.kserve.io/inferenceservice';

const SERVICE_PORT = 80;

/** How a port says that it expects TLS, such as `https`, `https-api` or `HTTPS`. */
const TLS = /^https(-|$)/i;

/** Why requests must not be sent to where a Service leads. */
export interface ServiceProblem {
  reason: string;
  message: string;
}

/** Why requests must not be sent to a Service as the one of a model in Standard mode; undefined when they may. */
export function serviceProblem(
  service: KubernetesObject,
  model: KubernetesObject,
): ServiceProblem | undefined {
  const { type, clusterIP, ports = [], selector = {} } = specOf(service);
  const name = nameOf(service);
  if (type === 'ExternalName') {
    return {
      reason: 'ServiceExternal',
      message: `${name} points out of the cluster (ExternalName)`,
    };
  }
  if (!belongsTo(service, model)) {
    return foreign(service);
  }
  if (Object.keys(selector).length === 0) {
    // Whoever may write EndpointSlices could send the requests anywhere, to other tenants' pods for one.
    return {
      reason: 'ServiceByHand',
      message: `${name} selects no pods, so its addresses are set by hand`,
    };
  }
  if (
    clusterIP !== 'None' &&
    !ports.some(({ port }) => port === SERVICE_PORT)
  ) {
    return {
      reason: 'ServicePortMissing',
      message: `${name} has no port ${SERVICE_PORT}`,
    };
  }
  return undefined;
}

/**
 * The same in Knative mode, where the Service must be a name for the local gateway of Knative and nothing else: that
 * gateway finds the model by the Host header, so no other address is needed.
 *
 * @param localGateway - DNS name of the only Service that it may stand for
 */
export function knativeServiceProblem(
  service: KubernetesObject,
  model: KubernetesObject,
  localGateway: string,
): ServiceProblem | undefined {
  const { type, externalName } = specOf(service);
  if (type !== 'ExternalName' || externalName !== localGateway) {
    return {
      reason: 'ServiceNotLocalGateway',
      message: `${nameOf(
        service,
      )} does not stand for Knative's local gateway, ${localGateway}`,
    };
  }
  return belongsTo(service, model) ? undefined : foreign(service);
}

/** The same for the pods of an LLMInferenceService, which is the Service's owner itself. */
export function llmServiceProblem(
  service: KubernetesObject,
  model: KubernetesObject,
  workloadPort: number,
): ServiceProblem | undefined {
  const { type, ports = [], selector = {} } = specOf(service);
  const name = nameOf(service);
  const { ownerReferences: owners = [] } = service.metadata;
  const { uid } = model.metadata;
  if (type === 'ExternalName') {
    return {
      reason: 'ServiceExternal',
      message: `${name} points out of the cluster (ExternalName)`,
    };
  }
  if (!owners.some(owner => uid !== undefined && owner.uid === uid)) {
    return foreign(service);
  }
  if (Object.keys(selector).length === 0) {
    return {
      reason: 'ServiceByHand',
      message: `${name} selects no pods, so its addresses are set by hand`,
    };
  }
  const found = ports.find(({ port }) => port === workloadPort);
  if (!found) {
    return {
      reason: 'ServicePortMissing',
      message: `${name} has no port ${workloadPort}`,
    };
  }
  return [found.name, found.appProtocol].some(word => word && TLS.test(word))
    ? {
        reason: 'ServiceTls',
        message: `${name} speaks TLS, which is not supported towards models`,
      }
    : undefined;
}

function foreign(service: KubernetesObject): ServiceProblem {
  return {
    reason: 'ServiceForeign',
    message: `${nameOf(service)} was not made for this model by KServe`,
  };
}

function specOf({ spec }: KubernetesObject): ServiceSpec {
  return (spec ?? {}) as ServiceSpec;
}

function nameOf({ metadata }: KubernetesObject): string {
  return `Service "${metadata.name}"`;
}

/** By the uid of its owner; or by KServe's label, where a controller in between is the owner. */
function belongsTo(
  { metadata }: KubernetesObject,
  model: KubernetesObject,
): boolean {
  const { ownerReferences: owners = [], labels } = metadata;
  const { uid, name } = model.metadata;
  const ownedByModel = owners.some(
    owner => uid !== undefined && owner.uid === uid,
  );
  const ownedByOtherModel = owners.some(
    owner => owner.kind === model.kind && owner.uid !== uid,
  );
  return (
    ownedByModel ||
    (!ownedByOtherModel &&
      labels?.[MODEL_LABEL] === name &&
      owners.some(({ controller }) => controller === true))
  );
}
