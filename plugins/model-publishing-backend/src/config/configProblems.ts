import { LIMIT_NAMES } from '@inference-portal/plugin-model-publishing-common';
import { isAmong } from '../publications/isAmong';
import { ConfigParts } from './ConfigParts';
import { ConfiguredClusters } from './configuredClusters';
import { customHostnameProblems } from './customHostnameProblems';
import { GatewayConfig } from './ModelPublishingConfig';

/** Problems between parts of a configuration that are well formed by themselves, each with its path. */
export function configProblems(
  parts: ConfigParts,
  clusters: ConfiguredClusters,
): string[] {
  return [
    ...clusterProblems(parts, clusters),
    ...parts.gateways.flatMap((gateway, index) =>
      gateway ? gatewayProblems(gateway, index, parts) : [],
    ),
    ...tenantProblems(parts),
    ...serviceProblems(parts),
    ...limitProblems(parts),
  ];
}

function clusterProblems(
  parts: ConfigParts,
  { names, complete }: ConfiguredClusters,
): string[] {
  const known = names.join(', ') || 'none';
  const check = (cluster: string, path: string) => {
    if (cluster === '') {
      return [
        `${path}: is missing, and kubernetes.clusterLocatorMethods names no cluster that could be the default one`,
      ];
    }
    return complete && !names.includes(cluster)
      ? [
          `${path}: "${cluster}" is not in kubernetes.clusterLocatorMethods (known: ${known})`,
        ]
      : [];
  };
  const entries = { gateways: parts.gateways, tenants: parts.tenants };
  return [
    ...Object.entries(entries).flatMap(([section, list]) =>
      list.flatMap((entry, index) =>
        entry ? check(entry.cluster, `${section}[${index}].cluster`) : [],
      ),
    ),
    ...parts.clusters.flatMap(name => check(name, `clusters.${name}`)),
  ];
}

function gatewayProblems(
  gateway: GatewayConfig,
  index: number,
  { gateways, tenants, groupsNameTenants }: ConfigParts,
): string[] {
  const path = `gateways[${index}]`;
  const earlier = gateways.slice(0, index);
  const problems: string[] = [];
  if (earlier.some(other => other?.name === gateway.name)) {
    problems.push(`${path}.name: "${gateway.name}" is used twice`);
  }
  if (earlier.some(other => other && placeOf(other) === placeOf(gateway))) {
    problems.push(`${path}.gateway: this Gateway is configured twice`);
  }
  if (!isAmong(gateway.hostnames.default, gateway.hostnames.allowed)) {
    problems.push(
      `${path}.hostnames.default: "${gateway.hostnames.default}" must be among hostnames.allowed`,
    );
  }
  if (
    tenants.some(
      tenant =>
        tenant?.cluster === gateway.cluster &&
        tenant.namespace === gateway.namespace,
    )
  ) {
    problems.push(
      `${path}.namespace: must not be a tenant's namespace, whose owners could read the keys`,
    );
  }
  // While a tenant is malformed, it may be the one that is meant; and a Group may name it.
  const isKnownTenant = (id: string) =>
    tenants.includes(undefined) ||
    groupsNameTenants ||
    tenants.some(tenant => tenant?.namespace === id);
  const unknown = Object.keys(gateway.hostnames.perTenant).filter(
    id => !isKnownTenant(id),
  );
  return [
    ...problems,
    ...unknown.map(id => `${path}.hostnames.perTenant.${id}: is no tenant`),
    ...customHostnameProblems(gateway, isKnownTenant).map(
      ({ at, problem }) => `${path}.hostnames.custom${at}: ${problem}`,
    ),
  ];
}

function placeOf({ cluster, namespace, gateway }: GatewayConfig): string {
  return [cluster, namespace, gateway].join('/');
}

function tenantProblems({ tenants }: ConfigParts): string[] {
  const places = tenants.map(
    tenant => tenant && `${tenant.cluster}/${tenant.namespace}`,
  );
  return places.flatMap((place, index) =>
    place === undefined || places.indexOf(place) === index
      ? []
      : [`tenants[${index}].namespace: "${place}" is configured twice`],
  );
}

function serviceProblems({ services }: ConfigParts): string[] {
  const subjects = services.map(service => service?.subject);
  return subjects.flatMap((subject, index) => {
    if (subject === undefined) {
      return [];
    }
    const path = `services[${index}].subject`;
    const problems: string[] = [];
    if (subject.startsWith('plugin:')) {
      problems.push(
        `${path}: "${subject}" cannot stand for owners, because a static token that passes through the scaffolder or MCP arrives as that plugin`,
      );
    }
    if (subjects.indexOf(subject) !== index) {
      problems.push(`${path}: "${subject}" is configured twice`);
    }
    return problems;
  });
}

function limitProblems({ limits, gateways }: ConfigParts): string[] {
  if (!limits) {
    return [];
  }
  const { defaults, maxima, approximate } = limits;
  const tooHigh = LIMIT_NAMES.filter(
    name => (defaults[name] ?? 0) > (maxima[name] ?? Infinity),
  );
  const windows = (['requestsPerMinute', 'requestsPerHour'] as const).filter(
    name => defaults[name],
  );
  const without = gateways.flatMap(gateway =>
    gateway?.capabilities.globalRateLimit === false && !approximate
      ? [gateway.name]
      : [],
  );
  return [
    ...tooHigh.map(
      name =>
        `limits.defaults.${name}: ${defaults[name]} is above limits.maxima.${name}, which is ${maxima[name]}`,
    ),
    ...windows.flatMap(limit =>
      without.map(
        name =>
          `limits.defaults.${limit}: gateway "${name}" cannot keep it without capabilities.globalRateLimit or limits.approximate`,
      ),
    ),
  ];
}
