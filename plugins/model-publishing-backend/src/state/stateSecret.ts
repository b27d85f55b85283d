import { Secret } from '../cluster/resources/Secret';
import { publicationLabels } from '../labels';
import { objectNameOf } from '../names';
import { PublicationState, publicationStateSchema } from './PublicationState';

/** The Kubernetes object that a state is kept in. */
export type SecretObject = ReturnType<typeof stateSecretOf>;

const STATE_SECRET_TYPE = 'inference-portal.io/publication-state';

/** Writes a state into its Secret. `resourceVersion` makes the write conditional. */
export function stateSecretOf(
  state: PublicationState,
  options: { namespace: string; instanceId: string; resourceVersion?: string },
) {
  const { namespace, instanceId, resourceVersion } = options;
  return {
    apiVersion: Secret.apiVersion,
    kind: Secret.kind,
    metadata: {
      name: objectNameOf(state.id, state.model),
      namespace,
      labels: publicationLabels(state, instanceId, 'state'),
      ...(resourceVersion && { resourceVersion }),
    },
    type: STATE_SECRET_TYPE,
    data: { state: Buffer.from(JSON.stringify(state)).toString('base64') },
  };
}

/**
 * Reads a state out of its Secret.
 *
 * @throws Error naming the Secret when its content is no state of a known schema version
 */
export function parseStateSecret(secret: {
  metadata: { name: string };
  data?: Record<string, string>;
}): PublicationState {
  const text = Buffer.from(secret.data?.state ?? '', 'base64').toString('utf8');
  const parsed = publicationStateSchema.safeParse(parseJson(text));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new Error(
      `Secret "${
        secret.metadata.name
      }" holds no readable publication state: ${issue?.path.join('.')} ${
        issue?.message
      }`,
    );
  }
  return parsed.data;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
