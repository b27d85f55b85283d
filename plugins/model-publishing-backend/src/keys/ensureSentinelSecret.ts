import { ConflictError } from '@backstage/errors';
import { RandomBytes } from '@inference-portal/plugin-model-publishing-common';
import { ClusterClient, ObjectName } from '../cluster/ClusterClient';
import { KubernetesObject } from '../cluster/defineResource';
import { ResourceWatch } from '../cluster/ResourceWatch';
import { Secret } from '../cluster/resources/Secret';
import { SENTINEL_CLIENT_ID } from '../names';

const SENTINEL_BYTES = 32;

/**
 * Creates a credentials Secret when there is none. It holds one entry, a random value that is never issued, so that
 * no Secret is ever empty: an empty one may fall back to another route's keys (gateway-facts 1.4).
 */
export async function ensureSentinelSecret(options: {
  client: ClusterClient;
  watch: ResourceWatch<KubernetesObject>;
  name: ObjectName;
  labels: Record<string, string>;
  random: RandomBytes;
}): Promise<void> {
  const { client, watch, name, labels, random } = options;
  if (watch.get(name)) {
    return;
  }
  const value = Buffer.from(random(SENTINEL_BYTES)).toString('hex');
  try {
    const created = await client.create(Secret, {
      apiVersion: Secret.apiVersion,
      kind: Secret.kind,
      metadata: { ...name, labels },
      type: 'Opaque',
      data: { [SENTINEL_CLIENT_ID]: Buffer.from(value).toString('base64') },
    });
    watch.remember(created);
  } catch (error) {
    // Somebody else was faster; what counts is that the Secret is there.
    if (!(error instanceof ConflictError)) {
      throw error;
    }
  }
}
