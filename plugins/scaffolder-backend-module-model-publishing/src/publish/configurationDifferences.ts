import {
  Publication,
  PublicationConfig,
} from '@inference-portal/plugin-model-publishing-common';

/**
 * How a publication differs from what is wanted, one sentence per field. Fields that are not asked for may be anything.
 * Empty when there is nothing to change.
 */
export function configurationDifferences(
  wanted: PublicationConfig,
  present: Publication,
): string[] {
  return differencesAt([], wanted, present);
}

function differencesAt(
  path: string[],
  wanted: unknown,
  present: unknown,
): string[] {
  if (wanted === undefined) {
    return [];
  }
  if (isRecord(wanted)) {
    return Object.entries(wanted).flatMap(([name, value]) =>
      differencesAt(
        [...path, name],
        value,
        isRecord(present) ? present[name] : undefined,
      ),
    );
  }
  if (canonical(wanted) === canonical(present)) {
    return [];
  }
  const found = present === undefined ? 'not set' : canonical(present);
  return [`${path.join('.')} is ${found}, not ${canonical(wanted)}`];
}

/** Lists of a configuration are sets: their order says nothing. */
function canonical(value: unknown): string {
  return JSON.stringify(
    Array.isArray(value) ? [...new Set(value)].sort() : value,
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
