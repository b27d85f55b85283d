import { z } from 'zod';

const memorySchema = z.object({
  allocated: z.string().transform(Number),
});

/** What Envoy holds, in bytes. */
export interface EnvoyFigures {
  /** Of its whole configuration as JSON, which is some times what it is in memory. */
  configBytes: number;
  memoryBytes: number;
}

/** Asks Envoy's admin interface (`ENVOY_ADMIN_URL` of the environment file). */
export async function envoyFigures(): Promise<EnvoyFigures> {
  const admin = process.env.ENVOY_ADMIN_URL;
  if (!admin) {
    throw new Error(
      'ENVOY_ADMIN_URL is not set: the address of the admin interface of the Envoy that serves the gateway',
    );
  }
  const dump = await fetch(`${admin}/config_dump`);
  const configBytes = (await dump.arrayBuffer()).byteLength;
  const memory = await fetch(`${admin}/memory`);
  const { allocated } = memorySchema.parse(await memory.json());
  return { configBytes, memoryBytes: allocated };
}
