import {
  COMPONENT_LABEL,
  MANAGED_BY,
  MANAGED_BY_LABEL,
} from '@inference-portal/plugin-model-publishing-common';
import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { ObjectName } from '../cluster/ClusterClient';
import {
  KubernetesObject,
  ObjectMeta,
  Resource,
} from '../cluster/defineResource';
import { AiGatewayRoute } from '../cluster/resources/AiGatewayRoute';
import { AiServiceBackend } from '../cluster/resources/AiServiceBackend';
import { Backend } from '../cluster/resources/Backend';
import { BackendTrafficPolicy } from '../cluster/resources/BackendTrafficPolicy';
import { ClientTrafficPolicy } from '../cluster/resources/ClientTrafficPolicy';
import { HttpRoute } from '../cluster/resources/HttpRoute';
import { HttpRouteFilter } from '../cluster/resources/HttpRouteFilter';
import { Secret } from '../cluster/resources/Secret';
import { SecurityPolicy } from '../cluster/resources/SecurityPolicy';
import { aMemberOf } from './aPortal';
import { ClusterPortal, CUSTOM_HOSTNAME } from './ClusterPortal';

export interface WorkloadStep {
  name: string;
  run: (portal: ClusterPortal) => Promise<unknown>;
  /** Relies on the API server's notes of who set which field, which a cluster in memory does not take. */
  needsFieldOwners?: boolean;
}

const [ownerA, ownerB, ownerC] = [
  aMemberOf('a'),
  aMemberOf('b'),
  aMemberOf('c'),
];
const POLL_MS = 50;

/**
 * Fields that people might add by hand, and that applying alone does not remove. HTTPRoutes have one on Gateway API's
 * experimental channel only; API servers with the standard channel drop it.
 */
const STRAY_FIELDS: Array<[Resource, Record<string, unknown>]> = [
  [HttpRoute, { useDefaultGateways: 'All' }],
  [SecurityPolicy, { cors: { allowMethods: ['GET'] } }],
  [BackendTrafficPolicy, { tcpKeepalive: { probes: 3 } }],
  [Backend, { appProtocols: ['gateway.envoyproxy.io/h2c'] }],
  [AiServiceBackend, { headerMutation: { remove: ['x-trace'] } }],
  [HttpRouteFilter, { urlRewrite: { hostname: { type: 'Backend' } } }],
  [ClientTrafficPolicy, { tcpKeepalive: { probes: 3 } }],
];

/**
 * Everything that the portal does in a cluster. New use cases belong in here; a granted right that no step uses fails
 * the tests.
 */
export const portalWorkload: WorkloadStep[] = [
  { name: 'start', run: portal => portal.settle() },
  {
    name: 'plan',
    run: ({ useCases, irisOfA: { model, tenant } }) =>
      useCases.planPublication(ownerA, model, { tenantId: tenant }),
  },
  {
    name: 'publish',
    run: async ({ useCases, irisOfA, irisOfB, irisOfC }) => {
      await useCases.publish(ownerA, 'iris', {
        tenantId: irisOfA.tenant,
        publicHostname: CUSTOM_HOSTNAME,
      });
      await useCases.publish(ownerC, 'iris', {
        tenantId: irisOfC.tenant,
        externalPath: '/models/iris-of-c',
      });
      await useCases.publish(ownerB, 'iris', {
        tenantId: irisOfB.tenant,
        modelType: 'openai',
        externalPath: '/v1/models/iris-of-b',
      });
    },
  },
  {
    name: 'read',
    run: async ({ useCases, irisOfA }) => {
      await useCases.getPublication(ownerA, irisOfA, { reveal: true });
      await useCases.getManifests(ownerA, irisOfA);
      await useCases.listPublications(ownerA, { limit: 10 });
      await useCases.listModels(ownerA, { limit: 10 });
    },
  },
  {
    name: 'update',
    run: ({ useCases, irisOfA }) =>
      useCases.update(
        ownerA,
        irisOfA,
        { rateLimiting: { requestsPerMinute: 7 }, externalPath: '/moved' },
        {},
      ),
  },
  {
    name: 'update of an OpenAI-compatible model',
    run: ({ useCases, irisOfB }) =>
      useCases.update(
        ownerB,
        irisOfB,
        { externalPath: '/v1/models/moved' },
        {},
      ),
  },
  {
    name: 'keys',
    run: async ({ useCases, irisOfA }) => {
      const { key } = await useCases.createKey(ownerA, irisOfA, {});
      await useCases.rotateKey(ownerA, irisOfA, { grace: 'now' });
      await useCases.revokeKey(ownerA, irisOfA, key.id);
    },
  },
  ...STRAY_FIELDS.map(([resource, fields]) => ({
    name: `take fields out that were added to a ${resource.kind}`,
    needsFieldOwners: true,
    run: async (portal: ClusterPortal) => {
      const { admin } = portal;
      const { metadata, spec } = await anyOf(portal, resource);
      const name = nameIn(metadata);
      await admin.mergePatch(resource, name, { spec: fields });
      await until(async () =>
        isDeepStrictEqual((await admin.get(resource, name))?.spec, spec),
      );
    },
  })),
  ...[
    ...STRAY_FIELDS.map(([resource]) => resource),
    AiGatewayRoute,
    Secret,
  ].map(resource => ({
    name: `put a deleted ${resource.kind} back`,
    run: async (portal: ClusterPortal) => {
      const { admin } = portal;
      const { metadata } = await anyOf(portal, resource);
      const name = nameIn(metadata);
      await admin.delete(resource, name);
      await until(async () => (await admin.get(resource, name)) !== undefined);
    },
  })),
  {
    name: 'unpublish',
    run: async ({ useCases, irisOfA, irisOfB, irisOfC }) => {
      await useCases.unpublish(ownerA, irisOfA);
      await useCases.unpublish(ownerB, irisOfB);
      await useCases.unpublish(ownerC, irisOfC);
    },
  },
];

/** Of Secrets one with credentials: a state is not put back, its publication ends. */
async function anyOf(
  { admin, namespaces: { gateway: namespace } }: ClusterPortal,
  resource: Resource,
): Promise<KubernetesObject> {
  const labelSelector = `${MANAGED_BY_LABEL}=${MANAGED_BY}`;
  const { items } = await admin.listAll(resource, { namespace, labelSelector });
  const found = items.find(
    ({ kind, metadata: { labels } }) =>
      kind !== Secret.kind || labels?.[COMPONENT_LABEL] === 'credentials',
  );
  if (!found) {
    throw new Error(`There is no ${resource.kind} of the portal`);
  }
  return found;
}

function nameIn({ namespace = '', name }: ObjectMeta): ObjectName {
  return { namespace, name };
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition())) {
    await sleep(POLL_MS);
  }
}
