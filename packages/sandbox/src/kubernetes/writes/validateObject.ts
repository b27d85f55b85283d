import { StatusCause } from '../errors/StatusError';
import { badRequest, invalid } from '../errors/statusErrors';
import { isFields } from '../fields/Fields';
import { ServedType } from '../kinds/resourceTypes';
import { IncomingObject } from './parseObject';

const dnsLabel = '[a-z0-9]([-a-z0-9]*[a-z0-9])?';
const namePatterns: Readonly<Record<string, RegExp>> = {
  Namespace: new RegExp(`^(?=.{1,63}$)${dnsLabel}$`),
  Service: /^(?=.{1,63}$)[a-z]([-a-z0-9]*[a-z0-9])?$/,
};
const subdomain = new RegExp(`^(?=.{1,253}$)${dnsLabel}(\\.${dnsLabel})*$`);
const labelName = /^(?=.{1,63}$)([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]$/;
const labelValue = /^(?=.{0,63}$)(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?$/;
const dataKey = /^(?=.{1,253}$)[-._a-zA-Z0-9]+$/;
const base64 =
  /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;
/** Kubernetes' limit for the values of a Secret or ConfigMap together, in bytes. */
const maxDataBytes = 1024 * 1024;
const maxAnnotationBytes = 256 * 1024;

function problem(field: string, message: string): StatusCause {
  return {
    reason: 'FieldValueInvalid',
    message: `Invalid value: ${message}`,
    field,
  };
}

function tooLong(field: string, bytes: number): StatusCause {
  return {
    reason: 'FieldValueTooLong',
    message: `Too long: may not be more than ${bytes} bytes`,
    field,
  };
}

/** Throws 422 with every problem, or 400 for data that is not even of the right type. */
export function validateObject(type: ServedType, object: IncomingObject): void {
  const causes = [
    ...metadataProblems(type, object),
    ...dataProblems(type, object),
  ];
  if (causes.length > 0) {
    throw invalid(type, object.metadata.name, causes);
  }
}

function metadataProblems(
  type: ServedType,
  { metadata }: IncomingObject,
): StatusCause[] {
  const { name, labels = {}, annotations = {} } = metadata;
  const causes: StatusCause[] = [];
  if (!(namePatterns[type.kind] ?? subdomain).test(name)) {
    causes.push(
      problem(
        'metadata.name',
        `"${name}": a lowercase RFC 1123 name is needed`,
      ),
    );
  }
  for (const [key, value] of Object.entries(labels)) {
    if (!isQualifiedName(key)) {
      causes.push(
        problem('metadata.labels', `"${key}": not a valid label key`),
      );
    }
    if (!labelValue.test(value)) {
      causes.push(
        problem('metadata.labels', `"${value}": not a valid label value`),
      );
    }
  }
  for (const key of Object.keys(annotations).filter(
    each => !isQualifiedName(each.toLowerCase()),
  )) {
    causes.push(
      problem('metadata.annotations', `"${key}": not a valid annotation key`),
    );
  }
  if (sizeOf(annotations) > maxAnnotationBytes) {
    causes.push(tooLong('metadata.annotations', maxAnnotationBytes));
  }
  return causes;
}

function isQualifiedName(key: string): boolean {
  const parts = key.split('/');
  const [first = '', second] = parts;
  return second === undefined
    ? labelName.test(first)
    : parts.length === 2 && subdomain.test(first) && labelName.test(second);
}

function dataProblems(type: ServedType, object: IncomingObject): StatusCause[] {
  if (
    type.group !== '' ||
    (type.kind !== 'Secret' && type.kind !== 'ConfigMap')
  ) {
    return [];
  }
  const data = isFields(object.data) ? object.data : {};
  const causes: StatusCause[] = [];
  for (const [key, value] of Object.entries(data)) {
    if (typeof value !== 'string') {
      throw badRequest(
        `${type.kind} in version "v1" cannot be handled as a ${type.kind}: data[${key}] is not a string`,
      );
    }
    if (type.kind === 'Secret' && !base64.test(value)) {
      throw badRequest(
        `Secret in version "v1" cannot be handled as a Secret: illegal base64 data in data[${key}]`,
      );
    }
    if (!dataKey.test(key)) {
      causes.push(problem(`data[${key}]`, `"${key}": not a valid config key`));
    }
  }
  const bytes = type.kind === 'Secret' ? (sizeOf(data) * 3) / 4 : sizeOf(data);
  return bytes > maxDataBytes
    ? [...causes, tooLong('data', maxDataBytes)]
    : causes;
}

function sizeOf(values: Readonly<Record<string, unknown>>): number {
  return Object.values(values).reduce<number>(
    (sum, value) => sum + Buffer.byteLength(String(value)),
    0,
  );
}
