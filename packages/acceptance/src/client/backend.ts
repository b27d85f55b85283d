import { z } from 'zod';
import { target } from './target';

async function control(path: string): Promise<unknown> {
  const response = await fetch(target.controlUrl + path);
  if (!response.ok) {
    throw new Error(await response.text());
  }
  return response.json();
}

/** The portal's backend as a process. */
export const backend = {
  /** SIGKILL. */
  kill: () => control('/backend/kill'),
  /** Resolves when the API answers. */
  start: () => control('/backend/start'),
  /** Everything that it has printed since the run began. */
  log: async () =>
    z.object({ text: z.string() }).parse(await control('/backend/log')).text,
  /** Counts writes to the cluster from now on; the given one is the last, and the backend never hears of it. */
  countWrites: ({ killAfter }: { killAfter?: number } = {}) =>
    control(
      `/writes/begin${killAfter === undefined ? '' : `?cutAfter=${killAfter}`}`,
    ),
  writes: async () =>
    z.object({ count: z.number() }).parse(await control('/writes')).count,
};
