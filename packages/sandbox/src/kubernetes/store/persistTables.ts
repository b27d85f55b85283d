import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { KubernetesObject } from '../ObjectStore';
import { typeOfKind } from '../kinds/resourceTypes';
import { ObjectTables } from './ObjectTables';

const SAVE_AFTER_MS = 200;
/** A crash may lose the last changes; a client must never see one of their versions a second time. */
const VERSIONS_AFTER_START = 10_000;

const snapshotSchema = z.object({
  resourceVersion: z.number(),
  objects: z.array(
    z.custom<KubernetesObject>(
      value =>
        z
          .object({
            apiVersion: z.string(),
            kind: z.string(),
            metadata: z.object({}),
          })
          .safeParse(value).success,
    ),
  ),
});

/** Saves everything that is not saved yet; afterwards nothing is saved any more. */
export interface Persistence {
  close(): void;
}

/** The tables that were saved in the directory, or empty ones. Throws when the file cannot be read as a snapshot. */
export function loadTables(directory: string): ObjectTables {
  const snapshot = readSnapshot(fileIn(directory));
  if (!snapshot) {
    return new ObjectTables();
  }
  const tables = new ObjectTables(
    snapshot.resourceVersion + VERSIONS_AFTER_START,
  );
  for (const object of snapshot.objects) {
    const type = typeOfKind(object.apiVersion, object.kind);
    if (type) {
      tables.tableOf(type).set(object);
    }
  }
  return tables;
}

/** Saves the tables soon after each change, many changes at once. */
export function persistTables(
  tables: ObjectTables,
  directory: string,
): Persistence {
  mkdirSync(directory, { recursive: true });
  let pending: NodeJS.Timeout | undefined;
  const save = () => {
    pending = undefined;
    const objects = [...tables.tables()].flatMap(table => table.list());
    const snapshot = JSON.stringify({
      resourceVersion: tables.resourceVersion,
      objects,
    });
    // A crash leaves either the previous file or the new one.
    writeFileSync(`${fileIn(directory)}.new`, snapshot, { mode: 0o600 });
    renameSync(`${fileIn(directory)}.new`, fileIn(directory));
  };
  const unsubscribe = tables.subscribe(() => {
    pending ??= setTimeout(save, SAVE_AFTER_MS);
  });
  return {
    close: () => {
      unsubscribe();
      clearTimeout(pending);
      save();
    },
  };
}

function readSnapshot(
  file: string,
): z.infer<typeof snapshotSchema> | undefined {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
  try {
    return snapshotSchema.parse(JSON.parse(text));
  } catch (cause) {
    throw new Error(
      `${file} does not hold the objects of the sandbox; start it once with --reset, which forgets them`,
      { cause },
    );
  }
}

function fileIn(directory: string): string {
  return path.join(directory, 'kubernetes.json');
}
