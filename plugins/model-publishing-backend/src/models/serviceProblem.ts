import { KubernetesObject } from '../cluster/defineResource';
import { ServiceSpec } from '../cluster/resources/Service';

/** Label by which KServe marks the Services that it makes for a model. */
export const MODEL_OF_SERVICE_LABEL = 'serving.kserve.io/inferenceservice';

const SERVICE_PORT = 80;

/** Why requests must not be sent to a Service as the one of a model; undefined when they may. */
export function serviceProblem(
  service: KubernetesObject,
  model: KubernetesObject,
): { reason: string; message: string } | undefined {
  const {
    type,
    clusterIP,
    ports = [],
    selector = {},
  } = (service.spec ?? {}) as ServiceSpec;
  const name = `Service "${service.metadata.name}"`;
  if (type === 'ExternalName') {
    return {
      reason: 'ServiceExternal',
      message: `${name} points out of the cluster (ExternalName)`,
    };
  }
  if (!belongsTo(service, model)) {
    return {
      reason: 'ServiceForeign',
      message: `${name} was not made for this model by KServe`,
    };
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
      labels?.[MODEL_OF_SERVICE_LABEL] === name &&
      owners.some(({ controller }) => controller === true))
  );
}
