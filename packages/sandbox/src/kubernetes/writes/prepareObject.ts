import { badRequest } from '../errors/statusErrors';
import { Manager } from '../fields/Managers';
import { withEncodedData } from '../kinds/coreDefaults';
import { unknownFieldsOf, withoutUnknownFields } from '../kinds/knownFields';
import { apiVersionOf, ServedType } from '../kinds/resourceTypes';
import { WriteOptions } from './ObjectTarget';
import { IncomingObject } from './parseObject';

/** Who a write is recorded under, unless it is an apply. */
export function managerOf(
  type: ServedType,
  { manager }: WriteOptions,
  subresource?: 'status',
): Manager {
  const apiVersion = apiVersionOf(type);
  return {
    name: manager,
    operation: 'Update',
    apiVersion,
    ...(subresource && { subresource }),
  };
}

/** The object as it can be merged: encoded, and without unknown fields, which a strict request refuses instead. */
export function prepareObject(
  type: ServedType,
  object: IncomingObject,
  { strict }: WriteOptions,
): IncomingObject {
  const unknown = unknownFieldsOf(type.kind, object);
  if (strict && unknown.length > 0) {
    const list = unknown.map(field => `unknown field "${field}"`).join(', ');
    throw badRequest(
      `${type.kind} in version "${type.version}" cannot be handled as a ${type.kind}: strict decoding error: ${list}`,
    );
  }
  return withEncodedData(type.kind, withoutUnknownFields(type.kind, object));
}

/** Without what this door does not lead to: the status, or everything else. */
export function withinReach(
  type: ServedType,
  object: IncomingObject,
  subresource?: 'status',
): IncomingObject {
  const { apiVersion, kind, metadata } = object;
  if (subresource) {
    const { name, namespace } = metadata;
    return {
      apiVersion,
      kind,
      metadata: { name, namespace },
      status: object.status,
    };
  }
  const { status: _status, ...rest } = object;
  return type.hasStatus ? { ...rest, apiVersion, kind, metadata } : object;
}

/** Every namespace carries its name as a label. */
export function labelled(object: IncomingObject): IncomingObject {
  const { name, labels } = object.metadata;
  return object.kind === 'Namespace'
    ? {
        ...object,
        metadata: {
          ...object.metadata,
          labels: { ...labels, 'kubernetes.io/metadata.name': name },
        },
      }
    : object;
}

/** What an object that does not exist yet is merged into. */
export function bareObject({ apiVersion, kind, metadata }: IncomingObject) {
  const { name, namespace } = metadata;
  return {
    apiVersion,
    kind,
    metadata: { name, ...(namespace && { namespace }) },
  };
}
