import { ConflictError } from '@backstage/errors';
import { RandomBytes } from '@inference-portal/plugin-model-publishing-common';
import { ClusterClient, ObjectName } from '../cluster/ClusterClient';
import { KubernetesObject } from '../cluster/defineResource';
import { ResourceWatch } from '../cluster/ResourceWatch';
import { Secret } from '../cluster/resources/Secret';
import { SENTINEL_CLIENT_ID } from '../names';

const SENTINEL_BYTES = 32;
const SENTINEL = /^[0-9a-f]{64}$/;

/**
 * Creates a credentials Secret when there is none. It holds random values that are never issued, so that no Secret is
 * ever empty: an empty one may fall back to another route's keys (gateway-facts 1.4). A value that was edited is made
 * anew: an empty one stops every configuration change of the whole gateway (stack-proof 3).
 *
 * @param options.entries - names of the random values; just the sentinel when left out
 */
export async function ensureSentinelSecret(options: {
  client: ClusterClient;
  watch: ResourceWatch<KubernetesObject>;
  name: ObjectName;
  labels: Record<string, string>;
  random: RandomBytes;
  entries?: string[];
}): Promise<void> {
  const { client, watch, name, labels, random } = options;
  const { entries = [SENTINEL_CLIENT_ID] } = options;
  const present = watch.get(name);
  const lacking = entries.filter(
    entry => !SENTINEL.test(sentinelIn(present, entry)),
  );
  if (lacking.length === 0) {
    return;
  }
  const data = Object.fromEntries(
    lacking.map(entry => [
      entry,
      Buffer.from(Buffer.from(random(SENTINEL_BYTES)).toString('hex')).toString(
        'base64',
      ),
    ]),
  );
  const mended = present && (await client.mergePatch(Secret, name, { data }));
  if (mended) {
    watch.remember(mended);
    return;
  }
  try {
    const created = await client.create(Secret, {
      apiVersion: Secret.apiVersion,
      kind: Secret.kind,
      metadata: { ...name, labels },
      type: 'Opaque',
      data,
    });
    watch.remember(created);
  } catch (error) {
    // Somebody else was faster; what counts is that the Secret is there.
    if (!(error instanceof ConflictError)) {
      throw error;
    }
  }
}

function sentinelIn(
  secret: KubernetesObject | undefined,
  entry: string,
): string {
  return Buffer.from(secret?.data?.[entry] ?? '', 'base64').toString('utf8');
}
