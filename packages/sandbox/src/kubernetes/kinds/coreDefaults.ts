import { randomInt } from 'node:crypto';
import { Fields, isFields } from '../fields/Fields';

/** What the API server does to a core object before anybody is made its owner: readable data becomes base64. */
export function withEncodedData<T extends Fields>(kind: string, object: T): T {
  if (kind !== 'Secret' || !('stringData' in object)) {
    return object;
  }
  const { stringData, data } = object;
  const encoded = Object.entries(isFields(stringData) ? stringData : {}).map(
    ([key, value]) => [key, Buffer.from(String(value)).toString('base64')],
  );
  const result = {
    ...object,
    data: { ...(isFields(data) && data), ...Object.fromEntries(encoded) },
  };
  Reflect.deleteProperty(result, 'stringData');
  return result;
}

/** What the API server allocates for a new core object, owned by nobody. */
export function withAllocations<T extends Fields>(kind: string, object: T): T {
  const spec = isFields(object.spec) ? object.spec : {};
  if (kind === 'Namespace') {
    return {
      ...object,
      spec: { finalizers: ['kubernetes'], ...spec },
      status: { phase: 'Active' },
    };
  }
  if (kind !== 'Service') {
    return object;
  }
  const ports = Array.isArray(spec.ports) ? spec.ports.filter(isFields) : [];
  const clusterIP =
    spec.clusterIP ?? `10.96.${randomInt(256)}.${randomInt(1, 255)}`;
  return {
    ...object,
    spec: {
      ...spec,
      ...(ports.length > 0 && {
        ports: ports.map(port => ({ targetPort: port.port, ...port })),
      }),
      ...(spec.type !== 'ExternalName' && {
        clusterIP,
        clusterIPs: [clusterIP],
        ipFamilies: ['IPv4'],
        ipFamilyPolicy: 'SingleStack',
      }),
    },
    status: { loadBalancer: {}, ...(isFields(object.status) && object.status) },
  };
}
