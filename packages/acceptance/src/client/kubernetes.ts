import { z } from 'zod';
import { target } from './target';

const objectSchema = z.looseObject({
  metadata: z.looseObject({
    name: z.string(),
    namespace: z.string().optional(),
    resourceVersion: z.string().optional(),
    labels: z.record(z.string(), z.string()).optional(),
  }),
  spec: z.unknown().optional(),
  data: z.record(z.string(), z.string()).optional(),
});
export type ClusterObject = z.infer<typeof objectSchema>;

const listSchema = z.object({ items: z.array(objectSchema) });

const GATEWAY_API = '/apis/gateway.networking.k8s.io/v1';
const AI_GATEWAY_API = '/apis/aigateway.envoyproxy.io/v1beta1';
const ENVOY_GATEWAY_API = '/apis/gateway.envoyproxy.io/v1alpha1';

/** Kinds that the product writes, in whole or in part, by plural name, with the address of their group. */
export const GROUPS = {
  aigatewayroutes: AI_GATEWAY_API,
  aiservicebackends: AI_GATEWAY_API,
  gateways: GATEWAY_API,
  httproutes: GATEWAY_API,
  httproutefilters: ENVOY_GATEWAY_API,
  backends: ENVOY_GATEWAY_API,
  securitypolicies: ENVOY_GATEWAY_API,
  backendtrafficpolicies: ENVOY_GATEWAY_API,
  clienttrafficpolicies: ENVOY_GATEWAY_API,
  secrets: '/api/v1',
  configmaps: '/api/v1',
} as const;
export type Plural = keyof typeof GROUPS;
/** Those that the target has. */
export const PLURALS = Object.keys(GROUPS)
  .filter((plural): plural is Plural => plural in GROUPS)
  .filter(plural => target.hasAiGateway || GROUPS[plural] !== AI_GATEWAY_API);

async function request(
  method: string,
  path: string,
  body?: unknown,
): Promise<{ status: number; body: unknown }> {
  const response = await fetch(target.kubernetesUrl + path, {
    method,
    headers: {
      Accept: 'application/json',
      ...(body !== undefined && {
        'Content-Type': 'application/merge-patch+json',
      }),
    },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  return { status: response.status, body: await response.json() };
}

function addressOf(plural: Plural, namespace: string, name = ''): string {
  return `${GROUPS[plural]}/namespaces/${namespace}/${plural}/${name}`.replace(
    /\/$/,
    '',
  );
}

/** The cluster with an administrator's rights, in the gateway's namespace unless another one is given. */
export const kubernetes = {
  async list(
    plural: Plural,
    {
      namespace = target.gateway.namespace,
      labels = {},
    }: { namespace?: string; labels?: Record<string, string> } = {},
  ): Promise<ClusterObject[]> {
    const selector = Object.entries(labels)
      .map(([name, value]) => `${name}=${value}`)
      .join(',');
    const { status, body } = await request(
      'GET',
      `${addressOf(plural, namespace)}?labelSelector=${encodeURIComponent(
        selector,
      )}`,
    );
    requireSuccess(status, `list ${plural}`, body);
    return listSchema.parse(body).items;
  },

  async find(plural: Plural, name: string): Promise<ClusterObject | undefined> {
    const { status, body } = await request(
      'GET',
      addressOf(plural, target.gateway.namespace, name),
    );
    if (status === 404) {
      return undefined;
    }
    requireSuccess(status, `read ${plural}/${name}`, body);
    return objectSchema.parse(body);
  },

  async get(plural: Plural, name: string): Promise<ClusterObject> {
    const found = await this.find(plural, name);
    if (!found) {
      throw new Error(`There is no ${plural}/${name}`);
    }
    return found;
  },

  async create(plural: Plural, object: unknown): Promise<void> {
    const response = await fetch(
      target.kubernetesUrl + addressOf(plural, target.gateway.namespace),
      {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(object),
      },
    );
    requireSuccess(response.status, `create ${plural}`, await response.json());
  },

  async patch(plural: Plural, name: string, change: unknown): Promise<void> {
    const { status, body } = await request(
      'PATCH',
      addressOf(plural, target.gateway.namespace, name),
      change,
    );
    requireSuccess(status, `patch ${plural}/${name}`, body);
  },

  async delete(plural: Plural, name: string): Promise<void> {
    const { status, body } = await request(
      'DELETE',
      addressOf(plural, target.gateway.namespace, name),
    );
    requireSuccess(status, `delete ${plural}/${name}`, body);
  },
};

function requireSuccess(status: number, what: string, body: unknown) {
  if (status >= 300) {
    throw new Error(
      `Kubernetes answered ${status} to ${what}: ${JSON.stringify(body)}`,
    );
  }
}
