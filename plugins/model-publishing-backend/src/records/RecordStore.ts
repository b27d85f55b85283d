import {
  RECORD_LABEL,
  RECORD_STATUS_ANNOTATION,
} from '@inference-portal/plugin-model-publishing-common';
import { ClusterClient } from '../cluster/ClusterClient';
import { KubernetesObject } from '../cluster/defineResource';
import { ResourceWatch } from '../cluster/ResourceWatch';
import { ConfigMap } from '../cluster/resources/ConfigMap';
import { publicationLabels } from '../labels';
import { recordNameOf } from '../names';
import { PublicationState } from '../state/PublicationState';

/** The records in the tenants' namespaces: what was asked for, where the tenant can see it with kubectl. */
export interface RecordStore {
  write(state: PublicationState): Promise<void>;
  remove(state: PublicationState): Promise<void>;
}

export class ClusterRecordStore implements RecordStore {
  readonly #client: ClusterClient;
  readonly #watch: ResourceWatch<KubernetesObject>;
  readonly #instanceId: string;

  constructor(
    client: ClusterClient,
    watch: ResourceWatch<KubernetesObject>,
    options: { instanceId: string },
  ) {
    this.#client = client;
    this.#watch = watch;
    this.#instanceId = options.instanceId;
  }

  async write(state: PublicationState): Promise<void> {
    const config = JSON.stringify(state.configuration, null, 2);
    if (this.#watch.get(nameOf(state))?.data?.config === config) {
      return;
    }
    const written = await this.#client.apply(ConfigMap, {
      apiVersion: ConfigMap.apiVersion,
      kind: ConfigMap.kind,
      metadata: {
        ...nameOf(state),
        labels: {
          ...publicationLabels(state, this.#instanceId, 'record'),
          [RECORD_LABEL]: 'true',
        },
        annotations: {
          [RECORD_STATUS_ANNOTATION]: JSON.stringify({
            accepted: true,
            gateway: state.gateway,
          }),
        },
      },
      data: { config },
    });
    this.#watch.remember(written);
  }

  async remove(state: PublicationState): Promise<void> {
    const seen = this.#watch.get(nameOf(state));
    if (!seen) {
      return;
    }
    // By uid: a call that stalls must not take away what was written anew meanwhile.
    const { uid } = seen.metadata;
    await this.#client.delete(ConfigMap, nameOf(state), { uid });
    this.#watch.forget(nameOf(state));
  }
}

function nameOf({ tenant, model }: PublicationState) {
  return { namespace: tenant, name: recordNameOf(model) };
}
