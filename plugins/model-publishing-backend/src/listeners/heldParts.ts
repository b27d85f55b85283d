import { ObjectMeta } from '../cluster/defineResource';
import { isMap } from '../rendering/fieldManager';

/** What a field manager has applied of a Gateway. */
export interface HeldParts {
  /** Names of listeners. */
  listeners: Set<string>;
  /** Names of annotations. */
  annotations: Set<string>;
}

const ELEMENT = 'k:';
const FIELD = 'f:';

/**
 * Reads out of the API server's book-keeping what a manager has applied. A listener whose fields somebody else has
 * changed since is still held; one that somebody has removed, or made anew, is not.
 */
export function heldParts(
  { managedFields = [] }: ObjectMeta,
  manager: string,
): HeldParts {
  const ours = managedFields.find(
    entry =>
      entry.manager === manager &&
      entry.operation === 'Apply' &&
      !entry.subresource,
  )?.fieldsV1;
  return {
    listeners: new Set(
      namesUnder(ours, ['f:spec', 'f:listeners'], ELEMENT).flatMap(nameInKey),
    ),
    annotations: new Set(
      namesUnder(ours, ['f:metadata', 'f:annotations'], FIELD),
    ),
  };
}

function namesUnder(fields: unknown, path: string[], prefix: string): string[] {
  const found = path.reduce<unknown>(
    (inner, step) => (isMap(inner) ? inner[step] : undefined),
    fields,
  );
  return Object.keys(isMap(found) ? found : {})
    .filter(name => name.startsWith(prefix))
    .map(name => name.slice(prefix.length));
}

/** Elements of listeners are told apart by their name: `k:{"name":"https"}`. */
function nameInKey(key: string): string[] {
  const parsed: unknown = JSON.parse(key);
  return isMap(parsed) && typeof parsed.name === 'string' ? [parsed.name] : [];
}
