import { KubeConfig } from '@kubernetes/client-node';
import https from 'node:https';
import { z } from 'zod';
import { addExtraModels, EXTRA_TENANT } from './addExtraModels';
import { hasAiGateway } from './aiGatewayOfTarget';
import { hasGlobalRateLimit, limiterEnv } from './limiterOfTarget';
import { restartEnvoy } from './restartEnvoy';
import { removeInstance } from './removeInstance';
import { makeCertificate } from './makeCertificate';
import {
  gatewayConfigSchema,
  INSTANCE_ID,
  TargetEnvironment,
} from './TargetEnvironment';
import {
  TEST_HOSTNAMES,
  TLS_HOSTNAMES,
  withTestHostnames,
} from './testHostnames';

const TENANTS = 'APP_CONFIG_modelPublishing_tenants';
const tenantsSchema = z
  .array(z.looseObject({ cluster: z.string(), namespace: z.string() }))
  .min(1);

/** Of the Gateway's listener for HTTP, behind `GATEWAY_HTTP_URL`. */
const HTTP_LISTENER_PORT = 80;

/**
 * The cluster that `npm run test:cluster` describes in environment variables (docs/testing.md), with the portal's
 * account as that command has set it up.
 */
export async function clusterEnvironment(
  logFolder: string,
): Promise<TargetEnvironment> {
  const kubeConfig = new KubeConfig();
  kubeConfig.loadFromFile(variable('KUBECONFIG'));
  const admin: https.RequestOptions = {};
  await kubeConfig.applyToHTTPSOptions(admin);
  const gateways: unknown = JSON.parse(
    variable('APP_CONFIG_modelPublishing_gateways'),
  );
  const [gateway] = z.tuple([gatewayConfigSchema]).parse(gateways);
  const { namespace, hostnames } = gateway;
  const gatewayUrl = variable('GATEWAY_HTTP_URL');
  const tls = tlsOfTarget(logFolder);
  const tested = {
    ...gateway,
    hostnames: withTestHostnames(
      hostnames,
      { port: HTTP_LISTENER_PORT, probeUrl: gatewayUrl },
      tls?.url,
    ),
  };
  const tenants = tenantsSchema.parse(JSON.parse(variable(TENANTS)));
  const instance = {
    instanceId: INSTANCE_ID,
    gateway: { namespace, name: gateway.gateway },
    namespaces: [namespace, ...tenants.map(tenant => tenant.namespace)],
    hasAiGateway,
  };
  // What a run that was killed has left, perhaps of another version that had other objects.
  await removeInstance(kubeConfig, instance);
  const hostsFile = process.env.CLUSTER_HOSTS_FILE;
  const removeExtraModels = hostsFile
    ? await addExtraModels(kubeConfig, hostsFile, logFolder)
    : undefined;
  return {
    description: {
      kind: 'cluster',
      gatewayUrl,
      prometheusUrl: process.env.PROMETHEUS_URL,
      countsAccessLogs: process.env.ACCESS_LOG_COUNTS === '1',
      gateway: { namespace, name: gateway.gateway },
      hostnames: hostnames.allowed,
      testHostnames: TEST_HOSTNAMES,
      tls,
      instanceId: INSTANCE_ID,
      hasGlobalRateLimit,
      hasAiGateway,
      hasExtraModels: removeExtraModels !== undefined,
    },
    gatewayConfig: tested,
    cluster: { url: new URL(variable('KUBE_API_URL')), admin },
    transport: { ca: admin.ca },
    configs: [
      'app-config.yaml',
      'app-config.identities.yaml',
      'app-config.cluster.yaml',
    ],
    backendEnv: ({ kubernetes, prometheus }) => ({
      KUBE_API_URL: kubernetes,
      ...(prometheus && {
        APP_CONFIG_modelPublishing_clusters_cluster_prometheus_url: prometheus,
      }),
      APP_CONFIG_modelPublishing_instanceId: INSTANCE_ID,
      APP_CONFIG_modelPublishing_gateways: JSON.stringify([tested]),
      ...(tls && { NODE_EXTRA_CA_CERTS: tls.certificateFile }),
      ...(removeExtraModels && {
        [TENANTS]: JSON.stringify(withExtraTenant(tenants)),
      }),
      ...limiterEnv,
    }),
    restartGateway: restartEnvoy(),
    stop: async () => {
      try {
        await removeInstance(kubeConfig, instance);
      } finally {
        await removeExtraModels?.();
      }
    },
  };
}

/** The tenants of the environment file and one more, of the same form. */
function withExtraTenant(tenants: z.infer<typeof tenantsSchema>) {
  return [
    ...tenants,
    {
      cluster: tenants[0]?.cluster,
      namespace: EXTRA_TENANT,
      owners: [`group:default/${EXTRA_TENANT}-team`],
    },
  ];
}

/** Certificates are trusted from the start of the backend, so they are made before; the Secrets are the tests'. */
function tlsOfTarget(folder: string) {
  const url = process.env.GATEWAY_HTTPS_URL;
  const { hostname, ofTenantA } = TLS_HOSTNAMES;
  return url
    ? {
        url,
        ...TLS_HOSTNAMES,
        ...makeCertificate(folder, [hostname, ofTenantA]),
      }
    : undefined;
}

function variable(name: string): string {
  const value = process.env[name];
  if (!value) {
    throw new Error(
      `${name} is not set; start this suite by npm run test:cluster (docs/testing.md)`,
    );
  }
  return value;
}
