import { namesIn } from './readEnvironmentFile.mjs';

/**
 * The parts of `modelPublishing:` that depend on the cluster, as environment variables. Backstage reads lists from the
 * environment only as JSON in variables of this form.
 *
 * @param {Record<string, string>} cluster - the environment file
 */
export function clusterConfig(cluster) {
  const address = new URL(cluster.GATEWAY_HTTP_URL);
  const scheme = address.protocol.replace(':', '');
  const hostnames = namesIn(cluster.GATEWAY_HOSTNAMES);
  const gateway = {
    name: cluster.GATEWAY_NAME,
    cluster: 'cluster',
    namespace: cluster.GATEWAY_NAMESPACE,
    gateway: cluster.GATEWAY_NAME,
    baseUrl: {
      scheme,
      port: Number(address.port || (scheme === 'https' ? 443 : 80)),
    },
    hostnames: { default: hostnames[0], allowed: hostnames },
    keyMode: 'gateway',
    capabilities: { globalRateLimit: 'detect' },
    probeUrl: cluster.GATEWAY_HTTP_URL,
  };
  const tenants = namesIn(cluster.TENANT_NAMESPACES).map(namespace => ({
    cluster: 'cluster',
    namespace,
    owners: [`group:default/${namespace}-team`],
  }));
  return {
    APP_CONFIG_modelPublishing_gateways: JSON.stringify([gateway]),
    APP_CONFIG_modelPublishing_tenants: JSON.stringify(tenants),
    ...(cluster.PROMETHEUS_URL && {
      APP_CONFIG_modelPublishing_clusters_cluster_prometheus_url:
        cluster.PROMETHEUS_URL,
    }),
  };
}
