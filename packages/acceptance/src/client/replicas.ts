import { z } from 'zod';
import { control } from './control';

/** Further backends of one portal, on a PostgreSQL that is theirs. */
export const replicas = {
  /** @returns their addresses */
  start: async (count: number) =>
    z
      .object({ urls: z.array(z.url()) })
      .parse(await control(`/replicas/start?count=${count}`)).urls,
  /** SIGKILL. */
  kill: (index: number) => control(`/replicas/kill?index=${index}`),
  /** How many requests each has sent to Prometheus so far. */
  prometheusRequests: async () =>
    z
      .object({ counts: z.array(z.number()) })
      .parse(await control('/replicas/prometheus-requests')).counts,
  stop: () => control('/replicas/stop'),
};
