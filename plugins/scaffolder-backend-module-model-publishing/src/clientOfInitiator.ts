import {
  AuthService,
  BackstageCredentials,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import { ModelPublishingClient } from '@inference-portal/plugin-model-publishing-common';

/** What of a running task decides in whose name the portal is called, and for how long. */
export interface InitiatedTask {
  getInitiatorCredentials(): Promise<BackstageCredentials>;
  /** Aborts when the task is cancelled. */
  signal?: AbortSignal;
}

/**
 * A client that calls in the name of the user who runs the template, and never in the scaffolder's own.
 *
 * @throws NotAllowedError when no user has started the task
 */
export async function clientOfInitiator(
  { auth, discovery }: { auth: AuthService; discovery: DiscoveryService },
  task: InitiatedTask,
): Promise<ModelPublishingClient> {
  const credentials = await task.getInitiatorCredentials();
  if (!auth.isPrincipal(credentials, 'user')) {
    throw new NotAllowedError(
      'Models are published in the name of a signed-in user, and no user has started this task. Run the template from the portal, or start the task with the token of a user',
    );
  }
  return new ModelPublishingClient({
    discovery,
    fetch: {
      fetch: async (input, init) => {
        // Asked for at each call: such a token lives for minutes only.
        const { token } = await auth.getPluginRequestToken({
          onBehalfOf: credentials,
          targetPluginId: 'model-publishing',
        });
        const headers = new Headers(init?.headers);
        headers.set('Authorization', `Bearer ${token}`);
        return fetch(input, { ...init, headers, signal: task.signal });
      },
    },
  });
}
