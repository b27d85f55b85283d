import { KubernetesObject } from '../cluster/defineResource';
import { ResourceWatch } from '../cluster/ResourceWatch';
import { GatewayConfig } from '../config/ModelPublishingConfig';
import { guardCredentialsNameOf, PROBE_CLIENT_ID } from '../names';
import { SecretText } from './SecretText';

/** The key that the guard of a gateway knows and no model takes; undefined until the guard is in place. */
export function probeKeyIn(
  credentials: Pick<ResourceWatch<KubernetesObject>, 'get'>,
  { namespace, gateway }: Pick<GatewayConfig, 'namespace' | 'gateway'>,
): SecretText | undefined {
  const name = guardCredentialsNameOf(gateway);
  const encoded = credentials.get({ namespace, name })?.data?.[PROBE_CLIENT_ID];
  return encoded
    ? new SecretText(Buffer.from(encoded, 'base64').toString('utf8'))
    : undefined;
}
