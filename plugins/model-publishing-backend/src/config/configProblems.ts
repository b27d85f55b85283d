import { LIMIT_NAMES } from '@inference-portal/plugin-model-publishing-common';
import { isHostnameAllowed } from '../publications/isHostnameAllowed';
import { ModelPublishingConfig } from './ModelPublishingConfig';

/** Problems between parts of a configuration that are well formed by themselves, each with its path. */
export function configProblems(
  config: ModelPublishingConfig,
  clusters: string[],
): string[] {
  return [
    ...clusterProblems(config, clusters),
    ...gatewayProblems(config),
    ...tenantProblems(config),
    ...serviceProblems(config),
    ...limitProblems(config),
  ];
}

function clusterProblems(
  { gateways, tenants }: ModelPublishingConfig,
  clusters: string[],
): string[] {
  const known = clusters.join(', ') || 'none';
  const check = (cluster: string, path: string) =>
    clusters.includes(cluster)
      ? []
      : [
          `${path}.cluster: "${cluster}" is not in kubernetes.clusterLocatorMethods (known: ${known})`,
        ];
  return [
    ...gateways.flatMap(({ cluster }, index) =>
      check(cluster, `gateways[${index}]`),
    ),
    ...tenants.flatMap(({ cluster }, index) =>
      check(cluster, `tenants[${index}]`),
    ),
  ];
}

function gatewayProblems({
  gateways,
  tenants,
}: ModelPublishingConfig): string[] {
  const names = gateways.map(({ name }) => name);
  const places = gateways.map(({ cluster, namespace, gateway }) =>
    [cluster, namespace, gateway].join('/'),
  );
  const tenantPlaces = tenants.map(
    ({ cluster, namespace }) => `${cluster}/${namespace}`,
  );
  return gateways.flatMap((gateway, index) => {
    const path = `gateways[${index}]`;
    const problems: string[] = [];
    if (names.indexOf(gateway.name) !== index) {
      problems.push(`${path}.name: "${gateway.name}" is used twice`);
    }
    if (places.indexOf(places[index] ?? '') !== index) {
      problems.push(`${path}.gateway: this Gateway is configured twice`);
    }
    if (!isHostnameAllowed(gateway.hostnames.default, '', gateway)) {
      problems.push(
        `${path}.hostnames.default: must be among hostnames.allowed`,
      );
    }
    if (tenantPlaces.includes(`${gateway.cluster}/${gateway.namespace}`)) {
      problems.push(
        `${path}.namespace: must not be a tenant's namespace, whose owners could read the keys`,
      );
    }
    const unknown = Object.keys(gateway.hostnames.perTenant).filter(
      tenant => !tenants.some(({ namespace }) => namespace === tenant),
    );
    problems.push(
      ...unknown.map(
        tenant => `${path}.hostnames.perTenant.${tenant}: is no tenant`,
      ),
    );
    return problems;
  });
}

function tenantProblems({ tenants }: ModelPublishingConfig): string[] {
  const places = tenants.map(
    ({ cluster, namespace }) => `${cluster}/${namespace}`,
  );
  return places.flatMap((place, index) =>
    places.indexOf(place) === index
      ? []
      : [`tenants[${index}].namespace: "${place}" is configured twice`],
  );
}

function serviceProblems({ services }: ModelPublishingConfig): string[] {
  const subjects = services.map(({ subject }) => subject);
  return subjects.flatMap((subject, index) => {
    const path = `services[${index}].subject`;
    const problems: string[] = [];
    if (subject.startsWith('plugin:')) {
      problems.push(
        `${path}: "${subject}" cannot stand for owners, because any service token that passes through that plugin arrives under its name`,
      );
    }
    if (subjects.indexOf(subject) !== index) {
      problems.push(`${path}: "${subject}" is configured twice`);
    }
    return problems;
  });
}

function limitProblems({ limits, gateways }: ModelPublishingConfig): string[] {
  const { defaults, maxima } = limits;
  const tooHigh = LIMIT_NAMES.filter(
    name => (defaults[name] ?? 0) > (maxima[name] ?? Infinity),
  );
  const windows = (['requestsPerMinute', 'requestsPerHour'] as const).filter(
    name => defaults[name],
  );
  const without = gateways.filter(
    ({ capabilities }) => !capabilities.globalRateLimit,
  );
  return [
    ...tooHigh.map(
      name => `limits.defaults.${name}: is above limits.maxima.${name}`,
    ),
    ...windows.flatMap(limit =>
      without.map(
        ({ name }) =>
          `limits.defaults.${limit}: gateway "${name}" cannot keep it without capabilities.globalRateLimit`,
      ),
    ),
  ];
}
