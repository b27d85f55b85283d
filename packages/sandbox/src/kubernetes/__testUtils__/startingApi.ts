import { CoreV1Api } from '@kubernetes/client-node';
import { startApi } from './startApi';

/** Starts API servers for the tests of a file; `closeAll` ends them. */
export function startingApi() {
  let running: Awaited<ReturnType<typeof startApi>>[] = [];
  return {
    start: async (...options: Parameters<typeof startApi>) => {
      const fixture = await startApi(...options);
      running.push(fixture);
      return { ...fixture, core: fixture.config.makeApiClient(CoreV1Api) };
    },
    closeAll: async () => {
      const ended = running;
      running = [];
      await Promise.all(ended.map(fixture => fixture.close()));
    },
  };
}
