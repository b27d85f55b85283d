import { ConflictError } from '@backstage/errors';
import {
  COMPONENT_LABEL,
  INSTANCE_LABEL,
  MANAGED_BY,
  MANAGED_BY_LABEL,
  RandomBytes,
} from '@inference-portal/plugin-model-publishing-common';
import { ClusterClient } from '../cluster/ClusterClient';
import { KubernetesObject } from '../cluster/defineResource';
import { ResourceWatch } from '../cluster/ResourceWatch';
import { GatewayConfig } from '../config/ModelPublishingConfig';
import { ensureSentinelSecret } from '../keys/ensureSentinelSecret';
import { guardCredentialsNameOf } from '../names';
import { applyObjects } from '../reconcile/applyObjects';
import { ObservedObjects } from '../reconcile/ObservedObjects';
import { guardProblems } from '../rendering/guardProblems';
import { renderGuard } from '../rendering/renderGuard';
import { platformPoliciesOf } from './platformPoliciesOf';

/** What keeps a Gateway closed by default. */
export interface Guard {
  /**
   * Puts the guard in place; where the platform has policies of its own on the Gateway, checks theirs instead.
   *
   * @returns names of the objects that had to be written
   * @throws ConflictError with the missing lines when the platform's policies leave the Gateway open
   */
  ensure(): Promise<string[]>;
}

export interface GatewayGuardOptions {
  gateway: GatewayConfig;
  instanceId: string;
  client: ClusterClient;
  observed: ObservedObjects;
  /** Watch of credentials Secrets in the gateway's namespace. */
  credentials: ResourceWatch<KubernetesObject>;
  random: RandomBytes;
}

export class GatewayGuard implements Guard {
  readonly #options: GatewayGuardOptions;

  constructor(options: GatewayGuardOptions) {
    this.#options = options;
  }

  async ensure(): Promise<string[]> {
    const { gateway, instanceId, observed } = this.#options;
    const rendered = renderGuard({ gateway, instanceId });
    const platformPolicies = platformPoliciesOf(gateway, rendered, observed);
    const problems = guardProblems(platformPolicies, gateway.listeners);
    if (problems.length > 0) {
      throw new ConflictError(
        `Gateway "${
          gateway.name
        }" has policies of the platform that leave published models open: ${problems.join(
          '; ',
        )}`,
      );
    }
    await this.#ensureCredentials();
    const takenKinds = new Set(platformPolicies.map(({ kind }) => kind));
    const written = await applyObjects(
      rendered.filter(({ kind }) => !takenKinds.has(kind)),
      observed,
    );
    return written.map(({ kind, metadata }) => `${kind}/${metadata.name}`);
  }

  #ensureCredentials(): Promise<void> {
    const { gateway, instanceId, client, credentials, random } = this.#options;
    return ensureSentinelSecret({
      client,
      watch: credentials,
      name: {
        namespace: gateway.namespace,
        name: guardCredentialsNameOf(gateway.gateway),
      },
      labels: {
        [MANAGED_BY_LABEL]: MANAGED_BY,
        [INSTANCE_LABEL]: instanceId,
        [COMPONENT_LABEL]: 'credentials',
      },
      random,
    });
  }
}
