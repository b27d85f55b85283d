import { ServiceUnavailableError } from '@backstage/errors';
import { readFile } from 'node:fs/promises';
import { Agent } from 'undici';
import { PrometheusSettings } from '../../config/prometheusSchema';

/** Some hundred times what 1,000 publications take; more would be a danger to everything else that runs here. */
const LARGEST_ANSWER_BYTES = 256 * 2 ** 20;

/**
 * Connections to a Prometheus, with what its certificate is checked against.
 *
 * @throws ServiceUnavailableError when the file with certificates cannot be read
 */
export async function createAgent(
  { tls, timeoutMs }: PrometheusSettings,
  cluster: string,
): Promise<Agent> {
  const { caFile, caData, serverName, skipVerify } = tls;
  return new Agent({
    maxResponseSize: LARGEST_ANSWER_BYTES,
    connect: {
      timeout: timeoutMs,
      ca: caData
        ? Buffer.from(caData, 'base64')
        : caFile && (await certificatesIn(caFile, cluster)),
      servername: serverName,
      rejectUnauthorized: !skipVerify,
    },
  });
}

async function certificatesIn(file: string, cluster: string): Promise<string> {
  const text = await readFile(file, 'utf8').catch(() => '');
  if (!text.includes('-----BEGIN CERTIFICATE-----')) {
    throw new ServiceUnavailableError(
      `There is no certificate in the file for Prometheus of cluster "${cluster}"; check modelPublishing.clusters.${cluster}.prometheus.caFile`,
    );
  }
  return text;
}
