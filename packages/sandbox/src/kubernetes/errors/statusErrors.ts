import {
  qualifiedKind,
  qualifiedPlural,
  ServedType,
} from '../kinds/resourceTypes';
import { StatusCause, StatusDetails, StatusError } from './StatusError';

function detailsOf({ group, plural }: ServedType, name: string): StatusDetails {
  return { name, ...(group && { group }), kind: plural };
}

export function notFound(type: ServedType, name: string): StatusError {
  const message = `${qualifiedPlural(type)} "${name}" not found`;
  return new StatusError(404, 'NotFound', message, detailsOf(type, name));
}

export function alreadyExists(type: ServedType, name: string): StatusError {
  const message = `${qualifiedPlural(type)} "${name}" already exists`;
  return new StatusError(409, 'AlreadyExists', message, detailsOf(type, name));
}

/** `why` is what the caller has to know; the default is a stale resourceVersion. */
export function conflict(
  type: ServedType,
  name: string,
  why = 'the object has been modified; please apply your changes to the latest version and try again',
): StatusError {
  const message = `Operation cannot be fulfilled on ${qualifiedPlural(
    type,
  )} "${name}": ${why}`;
  return new StatusError(409, 'Conflict', message, detailsOf(type, name));
}

export function badRequest(message: string): StatusError {
  return new StatusError(400, 'BadRequest', message);
}

export function invalid(
  type: ServedType,
  name: string,
  causes: readonly StatusCause[],
): StatusError {
  const problems = causes.map(({ field, message }) => `${field}: ${message}`);
  const text = problems.length === 1 ? problems[0] : `[${problems.join(', ')}]`;
  return new StatusError(
    422,
    'Invalid',
    `${qualifiedKind(type)} "${name}" is invalid: ${text}`,
    {
      ...(name && { name }),
      ...(type.group && { group: type.group }),
      kind: type.kind,
      causes,
    },
  );
}

export function unknownAddress(): StatusError {
  return new StatusError(
    404,
    'NotFound',
    'the server could not find the requested resource',
    {},
  );
}

export function methodNotAllowed(): StatusError {
  return new StatusError(
    405,
    'MethodNotAllowed',
    'the server does not allow this method on the requested resource',
    {},
  );
}

export function expired(requested: number, oldest: number): StatusError {
  return new StatusError(
    410,
    'Expired',
    `too old resource version: ${requested} (${oldest})`,
  );
}
