import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { configProblems } from './configProblems';
import { configSchema, RawConfig } from './configSchema';
import { ModelPublishingConfig } from './ModelPublishingConfig';

const SECTION = 'modelPublishing';

/**
 * Reads everything under `modelPublishing:`.
 *
 * @throws InputError that lists all problems, each with its path in the configuration
 */
export function readModelPublishingConfig(
  config: Config,
): ModelPublishingConfig {
  const parsed = configSchema.safeParse(config.getOptional(SECTION) ?? {});
  if (!parsed.success) {
    throw problemsError(
      parsed.error.issues.flatMap(issue =>
        issue.code === 'unrecognized_keys'
          ? issue.keys.map(
              key => `${pathOf([...issue.path, key])}: is not a known key`,
            )
          : [`${pathOf(issue.path)}: ${issue.message}`],
      ),
    );
  }
  const clusters = clusterNamesOf(config);
  const result = withDefaults(parsed.data, clusters[0]);
  const problems = configProblems(result, clusters);
  if (problems.length > 0) {
    throw problemsError(problems);
  }
  return result;
}

function withDefaults(
  raw: RawConfig,
  defaultCluster: string = 'default',
): ModelPublishingConfig {
  const [first, ...others] = raw.gateways.map(gateway => ({
    ...gateway,
    cluster: gateway.cluster ?? defaultCluster,
    probeUrl: gateway.probeUrl,
  }));
  if (!first) {
    throw problemsError(['gateways: must have at least one entry']);
  }
  return {
    instanceId: raw.instanceId,
    gateways: [first, ...others],
    tenants: raw.tenants.map(tenant => ({
      ...tenant,
      cluster: tenant.cluster ?? defaultCluster,
    })),
    admins: raw.admins,
    services: raw.services,
    limits: raw.limits,
    keys: raw.keys,
    timeouts: { traditionalSeconds: raw.timeouts.traditional.seconds },
  };
}

function clusterNamesOf(config: Config): string[] {
  return (
    config.getOptionalConfigArray('kubernetes.clusterLocatorMethods') ?? []
  )
    .filter(locator => locator.getString('type') === 'config')
    .flatMap(locator => locator.getConfigArray('clusters'))
    .map(cluster => cluster.getString('name'));
}

function pathOf(path: PropertyKey[]): string {
  return path.reduce<string>(
    (text, part) =>
      typeof part === 'number'
        ? `${text}[${part}]`
        : [text, String(part)].filter(Boolean).join('.'),
    '',
  );
}

function problemsError(problems: string[]): InputError {
  const lines = problems.map(problem => `  ${SECTION}.${problem}`);
  return new InputError(`The configuration has problems:\n${lines.join('\n')}`);
}
