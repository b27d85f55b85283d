import { ConflictError } from '@backstage/errors';
import { isDeepStrictEqual } from 'node:util';
import { KubernetesObject } from '../defineResource';
import { GatewayListener, GatewaySpec } from '../resources/Gateway';

/** Whose apply it is. */
export interface Applier {
  manager: string;
  force: boolean;
}

/**
 * What server-side apply makes of a Gateway, whose listeners are told apart by name: those that the manager has applied
 * before and does not apply now go, those of others stay. A listener of its own that is not as it was applied counts as
 * edited by somebody, who is overruled with force only.
 *
 * @throws ConflictError
 */
export function appliedGateway(
  object: KubernetesObject,
  live: KubernetesObject,
  { manager, force }: Applier,
): KubernetesObject {
  const { uid, resourceVersion, annotations = {} } = object.metadata;
  const isStale =
    (uid !== undefined && uid !== live.metadata.uid) ||
    (resourceVersion !== undefined &&
      resourceVersion !== live.metadata.resourceVersion);
  if (isStale) {
    throw new ConflictError('Gateway was changed by somebody else meanwhile');
  }
  const others = (live.metadata.managedFields ?? []).filter(
    entry => entry.manager !== manager,
  );
  const held = heldNames(live, manager);
  const applied = listenersOf(object);
  const { listeners: _, ...rest } = (live.spec ?? {}) as GatewaySpec;
  const before = listenersOf(live);
  const isEdited = applied.some(listener => {
    const present = before.find(({ name }) => name === listener.name);
    return present && !isDeepStrictEqual(present, listener);
  });
  if (isEdited && !force) {
    throw new ConflictError('Gateway was changed by somebody else meanwhile');
  }
  const names = applied.map(({ name }) => name);
  const kept = before.filter(
    ({ name }) => !names.includes(name) && !held.listeners.includes(name),
  );
  const keptAnnotations = Object.fromEntries(
    Object.entries(live.metadata.annotations ?? {}).filter(
      ([name]) => !held.annotations.includes(name),
    ),
  );
  return {
    ...live,
    metadata: {
      ...live.metadata,
      annotations: { ...keptAnnotations, ...annotations },
      managedFields: [
        ...others,
        {
          manager,
          operation: 'Apply',
          fieldsV1: fieldsV1Of(names, Object.keys(annotations)),
        },
      ],
    },
    spec: { ...rest, listeners: [...kept, ...applied] },
  };
}

/** The book-keeping of who has applied these listeners and annotations. */
export function fieldsV1Of(listeners: string[], annotations: string[] = []) {
  const fields = (names: string[]) =>
    Object.fromEntries(names.map(name => [name, {}]));
  return {
    'f:metadata': {
      'f:annotations': fields(annotations.map(name => `f:${name}`)),
    },
    'f:spec': {
      'f:listeners': fields(
        listeners.map(name => `k:${JSON.stringify({ name })}`),
      ),
    },
  };
}

function heldNames({ metadata }: KubernetesObject, manager: string) {
  const ours = metadata.managedFields?.find(entry => entry.manager === manager)
    ?.fieldsV1 as ReturnType<typeof fieldsV1Of> | undefined;
  const listeners = Object.keys(ours?.['f:spec']['f:listeners'] ?? {});
  const annotations = Object.keys(ours?.['f:metadata']['f:annotations'] ?? {});
  return {
    listeners: listeners.map(key => String(JSON.parse(key.slice(2)).name)),
    annotations: annotations.map(key => key.slice(2)),
  };
}

function listenersOf({ spec }: KubernetesObject): GatewayListener[] {
  return (spec as GatewaySpec | undefined)?.listeners ?? [];
}
