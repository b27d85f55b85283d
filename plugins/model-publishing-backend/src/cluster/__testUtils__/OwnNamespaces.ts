import {
  MANAGED_BY,
  MANAGED_BY_LABEL,
} from '@inference-portal/plugin-model-publishing-common';
import { setTimeout as sleep } from 'node:timers/promises';
import { Resource } from '../defineResource';
import { Backend } from '../resources/Backend';
import { BackendTrafficPolicy } from '../resources/BackendTrafficPolicy';
import { ClientTrafficPolicy } from '../resources/ClientTrafficPolicy';
import { ConfigMap } from '../resources/ConfigMap';
import { Gateway } from '../resources/Gateway';
import { HttpRoute } from '../resources/HttpRoute';
import {
  InferenceService,
  InferenceServiceStatus,
} from '../resources/InferenceService';
import { Namespace } from '../resources/Namespace';
import { Secret } from '../resources/Secret';
import { SecurityPolicy } from '../resources/SecurityPolicy';
import { Service } from '../resources/Service';
import { Administrator } from './Administrator';

/** No controller looks after this class, so no proxy serves the Gateway, and nobody else's changes because of it. */
const GATEWAY_CLASS = 'of-no-controller';
const POLL_MS = 100;

/** Kinds that the portal writes. */
const WRITTEN: Resource[] = [
  HttpRoute,
  BackendTrafficPolicy,
  SecurityPolicy,
  ClientTrafficPolicy,
  Backend,
  Secret,
  ConfigMap,
];

/**
 * Namespaces that stand for model-gateway, tenant-a, tenant-b and tenant-c: with a Gateway of the same name, and a copy
 * of the model tenant-a/iris for each tenant. Other installations on the cluster notice nothing of them.
 */
export class OwnNamespaces {
  readonly gateway: string;
  readonly tenants: [string, string, string];
  readonly #admin: Administrator;

  constructor(admin: Administrator, standInFor: (namespace: string) => string) {
    this.#admin = admin;
    this.gateway = standInFor('model-gateway');
    this.tenants = [
      standInFor('tenant-a'),
      standInFor('tenant-b'),
      standInFor('tenant-c'),
    ];
  }

  async create(): Promise<void> {
    const { client } = this.#admin;
    for (const name of [this.gateway, ...this.tenants]) {
      const { apiVersion, kind } = Namespace;
      await client.create(Namespace, { apiVersion, kind, metadata: { name } });
    }
    await client.create(Gateway, {
      apiVersion: Gateway.apiVersion,
      kind: Gateway.kind,
      metadata: { name: 'models', namespace: this.gateway },
      spec: {
        gatewayClassName: GATEWAY_CLASS,
        listeners: [{ name: 'http', port: 80, protocol: 'HTTP' }],
      },
    });
    await Promise.all(this.tenants.map(tenant => this.#copyModel(tenant)));
  }

  async remove(): Promise<void> {
    for (const name of [this.gateway, ...this.tenants]) {
      await this.#admin.client.delete(Namespace, { namespace: '', name });
    }
  }

  /** Removes what the portal has left there. */
  async clear(): Promise<void> {
    const { client } = this.#admin;
    for (const namespace of [this.gateway, ...this.tenants]) {
      for (const resource of WRITTEN) {
        const labelSelector = `${MANAGED_BY_LABEL}=${MANAGED_BY}`;
        const scope = { namespace, labelSelector };
        const { items } = await client.listAll(resource, scope);
        await Promise.all(
          items.map(({ metadata: { name } }) =>
            client.delete(resource, { namespace, name }),
          ),
        );
      }
    }
  }

  /** With its status and its Service. Where KServe runs, it looks after the copy, which takes longer to be ready. */
  async #copyModel(namespace: string): Promise<void> {
    const { client, url } = this.#admin;
    const original = { namespace: 'tenant-a', name: 'iris' };
    const model = await client.get(InferenceService, original);
    if (!model) {
      throw new Error('The cluster has no model tenant-a/iris to copy');
    }
    const { apiVersion, kind, plural } = InferenceService;
    const name = { name: 'iris', namespace };
    const copy = await client.create(InferenceService, {
      apiVersion,
      kind,
      metadata: name,
      spec: model.spec,
    });
    await fetch(
      `${url}/apis/${apiVersion}/namespaces/${namespace}/${plural}/iris/status`,
      {
        method: 'PATCH',
        headers: { 'Content-Type': 'application/merge-patch+json' },
        body: JSON.stringify({ status: model.status }),
      },
    );
    await client.apply(Service, {
      apiVersion: Service.apiVersion,
      kind: Service.kind,
      metadata: {
        name: 'iris-predictor',
        namespace,
        labels: { 'serving.kserve.io/inferenceservice': 'iris' },
        ownerReferences: [
          {
            apiVersion,
            kind,
            name: 'iris',
            uid: copy.metadata.uid ?? '',
            controller: true,
          },
        ],
      },
      spec: { selector: { app: 'isvc.iris-predictor' }, ports: [{ port: 80 }] },
    });
    while (!isReady((await client.get(InferenceService, name))?.status)) {
      await sleep(POLL_MS);
    }
  }
}

function isReady(status: InferenceServiceStatus | undefined): boolean {
  return (status?.conditions ?? []).some(
    ({ type, status: value }) => type === 'Ready' && value === 'True',
  );
}
