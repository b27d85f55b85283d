import { ApiError } from './ApiError';
import { isMap } from './fieldPaths';
import { KubernetesObject } from './KubernetesObject';

const SUBDOMAIN =
  /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;
const LABEL_VALUE = /^(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?$/;
const DATA_KEY = /^[-._a-zA-Z0-9]+$/;
const BASE64 =
  /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;
const MAX_BYTES = 1024 * 1024;

/** Refuses what the API server would refuse of the objects that this product writes. */
export function validateObject(object: KubernetesObject): void {
  const { name, labels = {} } = object.metadata;
  const problems: string[] = [];
  if (!SUBDOMAIN.test(name) || name.length > 253) {
    problems.push(`metadata.name: Invalid value: "${name}"`);
  }
  for (const [key, value] of Object.entries(labels)) {
    if (!LABEL_VALUE.test(value) || value.length > 63) {
      problems.push(`metadata.labels: Invalid value: "${value}" of ${key}`);
    }
  }
  problems.push(...dataProblems(object));
  if (JSON.stringify(object).length > MAX_BYTES) {
    problems.push('the object is larger than 1 MiB');
  }
  if (problems.length > 0) {
    const { kind } = object;
    throw new ApiError(
      422,
      `${kind} "${name}" is invalid: ${problems.join(', ')}`,
      { name, kind },
    );
  }
}

function dataProblems({ kind, data }: KubernetesObject): string[] {
  if (!isMap(data) || (kind !== 'Secret' && kind !== 'ConfigMap')) {
    return [];
  }
  return Object.entries(data).flatMap(([key, value]) => {
    const problems: string[] = [];
    if (!DATA_KEY.test(key) || key.length > 253) {
      problems.push(
        `data[${key}]: Invalid value: a valid config key is needed`,
      );
    }
    if (
      typeof value !== 'string' ||
      (kind === 'Secret' && !BASE64.test(value))
    ) {
      problems.push(`data[${key}]: illegal base64 data`);
    }
    return problems;
  });
}

/** Fills in what the API server and the CRDs of the Gateway API fill in. Changes the object. */
export function applyDefaults(object: KubernetesObject): void {
  if (object.kind === 'Secret') {
    defaultSecret(object);
  } else if (object.kind === 'HTTPRoute' && isMap(object.spec)) {
    defaultRoute(object.spec);
  }
}

function defaultSecret(secret: KubernetesObject): void {
  const { stringData } = secret;
  if (isMap(stringData)) {
    const encoded = Object.entries(stringData).map(([key, value]) => [
      key,
      Buffer.from(String(value)).toString('base64'),
    ]);
    secret.data = {
      ...(isMap(secret.data) && secret.data),
      ...Object.fromEntries(encoded),
    };
    delete secret.stringData;
  }
  secret.type ??= 'Opaque';
}

function defaultRoute(spec: Record<string, unknown>): void {
  for (const parent of maps(spec.parentRefs)) {
    parent.group ??= 'gateway.networking.k8s.io';
    parent.kind ??= 'Gateway';
  }
  for (const rule of maps(spec.rules)) {
    rule.matches ??= [{ path: { type: 'PathPrefix', value: '/' } }];
    for (const match of maps(rule.matches)) {
      match.path ??= { type: 'PathPrefix', value: '/' };
    }
    for (const backend of maps(rule.backendRefs)) {
      backend.group ??= '';
      backend.kind ??= 'Service';
      backend.weight ??= 1;
    }
  }
}

function maps(list: unknown): Record<string, unknown>[] {
  return Array.isArray(list) ? list.filter(isMap) : [];
}
