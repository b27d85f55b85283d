import { applyPatch, JsonPatchError, Operation } from 'fast-json-patch';
import { KubernetesObject } from '../ObjectStore';
import { StatusError } from '../errors/StatusError';
import { badRequest } from '../errors/statusErrors';
import { mergePatch, withoutDirectives } from '../writes/mergePatch';
import {
  ObjectTarget,
  WriteOptions,
  WriteResult,
} from '../writes/ObjectTarget';
import { ObjectWriter } from '../writes/ObjectWriter';

export interface PatchRequest {
  /** Media type, without parameters. */
  readonly contentType: string;
  readonly body: unknown;
  readonly force: boolean;
  /** Whether the client named its field manager. */
  readonly namesManager: boolean;
}

const supported = [
  'application/json-patch+json',
  'application/merge-patch+json',
  'application/apply-patch+yaml',
];

/** Carries out a patch of any of Kubernetes' four kinds. */
export function patchObject(
  writer: ObjectWriter,
  target: ObjectTarget,
  { contentType, body, force, namesManager }: PatchRequest,
  options: WriteOptions,
): WriteResult {
  const patched = (change: (live: KubernetesObject) => unknown) => ({
    object: writer.patch(target, change, options),
    created: false,
  });
  switch (contentType) {
    case 'application/apply-patch+yaml':
      if (!namesManager) {
        throw missingManager();
      }
      return writer.apply(target, body, { ...options, force });
    case 'application/merge-patch+json':
      return patched(live => mergePatch(live, body));
    case 'application/strategic-merge-patch+json':
      if (!target.type.builtIn) {
        throw unsupportedPatch();
      }
      return patched(live => mergePatch(live, withoutDirectives(body)));
    case 'application/json-patch+json':
      return patched(live => jsonPatch(live, body));
    default:
      throw unsupportedPatch();
  }
}

function jsonPatch(live: KubernetesObject, body: unknown): unknown {
  if (!Array.isArray(body)) {
    throw badRequest('a JSON patch is a list of operations');
  }
  try {
    const operations: Operation[] = body;
    return applyPatch(structuredClone(live), operations, true).newDocument;
  } catch (error) {
    if (error instanceof JsonPatchError) {
      throw new StatusError(
        422,
        'Invalid',
        'the server rejected our request due to an error in our request',
        {},
      );
    }
    throw error;
  }
}

function missingManager(): StatusError {
  const message = 'Required value: is required for apply patch';
  return new StatusError(
    422,
    'Invalid',
    `PatchOptions.meta.k8s.io "" is invalid: fieldManager: ${message}`,
    {
      group: 'meta.k8s.io',
      kind: 'PatchOptions',
      causes: [
        { reason: 'FieldValueRequired', message, field: 'fieldManager' },
      ],
    },
  );
}

function unsupportedPatch(): StatusError {
  return new StatusError(
    415,
    'UnsupportedMediaType',
    `the body of the request was in an unknown format - accepted media types include: ${supported.join(
      ', ',
    )}`,
  );
}
