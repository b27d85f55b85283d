import { z } from 'zod';

const memorySchema = z.object({
  allocated: z.string().transform(Number),
});

/** What Envoy holds, and what it was sent, in bytes. */
export interface EnvoyFigures {
  /** Of its whole configuration as JSON, which is some times what it is in memory. */
  configBytes: number;
  memoryBytes: number;
  /** Received from Envoy Gateway since Envoy was started. */
  receivedBytes: number;
}

const RECEIVED = 'cluster.xds_cluster.upstream_cx_rx_bytes_total';

/** Asks Envoy's admin interface (`ENVOY_ADMIN_URL` of the environment file). */
export async function envoyFigures(): Promise<EnvoyFigures> {
  const admin = process.env.ENVOY_ADMIN_URL;
  if (!admin) {
    throw new Error(
      'ENVOY_ADMIN_URL is not set: the address of the admin interface of the Envoy that serves the gateway',
    );
  }
  const read = async (path: string) =>
    (await (await fetch(`${admin}${path}`)).arrayBuffer()).byteLength;
  const memory = await fetch(`${admin}/memory`);
  const { allocated } = memorySchema.parse(await memory.json());
  const stats = await fetch(`${admin}/stats?filter=${RECEIVED}`);
  const [, received] = (await stats.text()).split(': ');
  return {
    configBytes: await read('/config_dump'),
    memoryBytes: allocated,
    receivedBytes: Number(received),
  };
}
