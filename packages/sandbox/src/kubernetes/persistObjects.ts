import {
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { KubernetesObject } from './KubernetesObject';
import { RESOURCE_TYPES } from './ResourceType';
import { VersionedObjects } from './VersionedObjects';

const SAVE_AFTER_MS = 200;

interface Snapshot {
  version: number;
  objects: Record<string, KubernetesObject[]>;
}

/** The last saved version, so that versions go on growing after a restart. */
export function savedSnapshot(directory: string): Snapshot | undefined {
  const file = fileIn(directory);
  return existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')) as Snapshot)
    : undefined;
}

/** Puts saved objects back, and saves all objects soon after each change. @returns saves at once */
export function persistObjects(
  objects: VersionedObjects,
  directory: string,
): () => void {
  const saved = savedSnapshot(directory)?.objects ?? {};
  for (const resource of RESOURCE_TYPES) {
    (saved[keyOf(resource)] ?? []).forEach(object =>
      objects.restore(resource, object),
    );
  }
  let timer: NodeJS.Timeout | undefined;
  const save = () => {
    clearTimeout(timer);
    timer = undefined;
    const snapshot: Snapshot = {
      version: Number(objects.version),
      objects: Object.fromEntries(
        RESOURCE_TYPES.map(resource => [
          keyOf(resource),
          objects.list(resource),
        ]),
      ),
    };
    mkdirSync(directory, { recursive: true });
    // Renaming is atomic: a crash leaves the old file or the new one.
    writeFileSync(`${fileIn(directory)}.new`, JSON.stringify(snapshot));
    renameSync(`${fileIn(directory)}.new`, fileIn(directory));
  };
  objects.subscribe(() => {
    timer ??= setTimeout(save, SAVE_AFTER_MS);
  });
  return save;
}

function fileIn(directory: string): string {
  return path.join(directory, 'objects.json');
}

function keyOf({ group, plural }: { group: string; plural: string }): string {
  return `${group}/${plural}`;
}
