import path from 'node:path';
import { z } from 'zod';
import { hasAiGateway } from './aiGatewayOfTarget';
import { hasGlobalRateLimit } from './limiterOfTarget';
import { ServiceProcess } from './ServiceProcess';
import { startUntilReady } from './startUntilReady';

/** What the sandbox prints when it is ready. */
const readySchema = z.object({
  apiUrl: z.url(),
  gatewayUrl: z.url(),
  metricsUrl: z.url(),
  prometheusUrl: z.url(),
});

export interface Sandbox {
  process: ServiceProcess;
  apiUrl: URL;
  gatewayUrl: URL;
  metricsUrl: URL;
  prometheusUrl: URL;
}

/** Models that nobody knows yet are still met, but a publication waits for 1 s at most, not for 5 as elsewhere. */
const PROCESSOR_INTERVAL_MS = 1_000;

/** Half of the usual, so that tests wait for half as long. */
const SCRAPE_INTERVAL_MS = 1_000;

/** Starts a sandbox of its own: empty, on ports that nobody else uses. */
export async function startSandbox(logFolder: string): Promise<Sandbox> {
  const { started, said } = await startUntilReady({
    name: 'sandbox',
    script: 'src/main.ts',
    args: [
      ...['--api-port', '0', '--gateway-port', '0', '--prometheus-port', '0'],
      ...(hasGlobalRateLimit ? [] : ['--no-global-rate-limit']),
      ...(hasAiGateway ? [] : ['--no-ai-gateway']),
      ...['--processor-interval', String(PROCESSOR_INTERVAL_MS)],
      ...['--scrape-interval', String(SCRAPE_INTERVAL_MS)],
    ],
    logFile: path.join(logFolder, 'sandbox.log'),
  });
  const { apiUrl, gatewayUrl, metricsUrl, prometheusUrl } =
    readySchema.parse(said);
  return {
    process: started,
    apiUrl: new URL(apiUrl),
    gatewayUrl: new URL(gatewayUrl),
    metricsUrl: new URL(metricsUrl),
    prometheusUrl: new URL(prometheusUrl),
  };
}
