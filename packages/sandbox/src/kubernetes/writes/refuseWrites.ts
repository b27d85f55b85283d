import { KubernetesObject } from '../ObjectStore';
import { StatusError } from '../errors/StatusError';
import { badRequest, conflict } from '../errors/statusErrors';
import { isFields } from '../fields/Fields';
import { unknownFieldsOf } from '../kinds/knownFields';
import { apiVersionOf, ServedType } from '../kinds/resourceTypes';
import { ObjectTarget } from './ObjectTarget';
import { IncomingObject } from './parseObject';

/** Throws 409 when the request names another version than the stored one. */
export function refuseStale(
  { type, name }: ObjectTarget,
  live: KubernetesObject | undefined,
  { metadata }: IncomingObject,
): void {
  const { resourceVersion } = metadata;
  if (resourceVersion && resourceVersion !== live?.metadata.resourceVersion) {
    throw conflict(type, name);
  }
}

/** Throws for configurations that cannot be applied: with managed fields, or with fields that no schema has. */
export function refuseUnappliable(
  type: ServedType,
  configuration: IncomingObject,
  body: unknown,
): void {
  const { metadata } = configuration;
  if (metadata.managedFields) {
    throw badRequest('metadata.managedFields must be nil');
  }
  const [unknown] = unknownFieldsOf(type.kind, configuration);
  if (unknown) {
    const sent = isFields(body) && isFields(body.metadata) ? body.metadata : {};
    const identity = `${sent.namespace ?? ''}/${metadata.name}; ${apiVersionOf(
      type,
    )}, Kind=${type.kind}`;
    throw new StatusError(
      500,
      '',
      `failed to create typed patch object (${identity}): .${unknown}: field not declared in schema`,
    );
  }
}
