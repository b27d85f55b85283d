import { copyOf } from './copyOf';
import { ApiError } from './ApiError';
import { isMap } from './fieldPaths';

/** JSON merge patch (RFC 7396): null removes, maps are merged, everything else is replaced. */
export function mergePatch(target: unknown, patch: unknown): unknown {
  if (!isMap(patch)) {
    return copyOf(patch);
  }
  const result: Record<string, unknown> = isMap(target) ? { ...target } : {};
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) {
      delete result[name];
    } else {
      result[name] = mergePatch(result[name], value);
    }
  }
  return result;
}

interface JsonPatchOperation {
  op: string;
  path: string;
  value?: unknown;
}

/** The part of JSON patch (RFC 6902) that tools use on our kinds: add, replace, remove and test. */
export function jsonPatch(target: unknown, operations: unknown): unknown {
  const result = copyOf(target);
  if (!Array.isArray(operations)) {
    throw new ApiError(400, 'a JSON patch must be a list of operations');
  }
  operations.forEach((operation: JsonPatchOperation) =>
    applyOperation(result, operation),
  );
  return result;
}

function applyOperation(
  target: unknown,
  { op, path, value }: JsonPatchOperation,
): void {
  const steps = path
    .split('/')
    .slice(1)
    .map(step => step.replace(/~1/g, '/').replace(/~0/g, '~'));
  const last = steps.pop() ?? '';
  const parent = steps.reduce<unknown>(
    (level, step) =>
      Array.isArray(level) ? level[Number(step)] : isMap(level) && level[step],
    target,
  );
  if (Array.isArray(parent)) {
    changeList(parent, op, last, value);
  } else if (isMap(parent)) {
    changeMap(parent, op, last, value);
  } else {
    throw new ApiError(422, `the JSON patch path ${path} does not exist`);
  }
}

function changeList(
  list: unknown[],
  op: string,
  step: string,
  value: unknown,
): void {
  const index = step === '-' ? list.length : Number(step);
  if (op === 'add') {
    list.splice(index, 0, value);
  } else if (op === 'remove') {
    list.splice(index, 1);
  } else {
    list[index] = value;
  }
}

function changeMap(
  map: Record<string, unknown>,
  op: string,
  name: string,
  value: unknown,
): void {
  if (op === 'test') {
    if (JSON.stringify(map[name]) !== JSON.stringify(value)) {
      throw new ApiError(422, `the JSON patch test at ${name} failed`);
    }
  } else if (op === 'remove') {
    delete map[name];
  } else {
    map[name] = value;
  }
}
