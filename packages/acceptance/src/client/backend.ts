import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { control, counted } from './control';

const QUIET_MS = 500;

/** The portal's backend as a process. */
export const backend = {
  /** Returns when it has finished what it still does of its own accord. */
  untilItWritesNothing: async () => {
    let before: number;
    do {
      before = await backend.writes();
      await sleep(QUIET_MS);
    } while ((await backend.writes()) !== before);
  },
  /** SIGKILL. */
  kill: () => control('/backend/kill'),
  /** Resolves when the API answers. */
  start: () => control('/backend/start'),
  /** The same, and models may be published without keys until the next start. */
  startWithPublicModels: () => control('/backend/start?publicModels'),
  /** Everything that it has printed since the run began. */
  log: async () =>
    z.object({ text: z.string() }).parse(await control('/backend/log')).text,
  /** Its database files, as bytes. */
  databaseFiles: async () => {
    const { files } = z
      .object({ files: z.array(z.string()) })
      .parse(await control('/database/files'));
    return files.map(file => readFileSync(file));
  },
  /** Counts writes to the cluster from now on; the given one is the last, and the backend never hears of it. */
  countWrites: ({ killAfter }: { killAfter?: number } = {}) =>
    control(
      `/writes/begin${killAfter === undefined ? '' : `?cutAfter=${killAfter}`}`,
    ),
  /** Breaks the connections to the cluster off until it comes back. */
  loseCluster: () => control('/cluster/away'),
  regainCluster: () => control('/cluster/back'),
  /** How many requests it has sent to the cluster so far. */
  clusterRequests: () => counted('/cluster/requests'),
  writes: () => counted('/writes'),
};
