import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { z } from 'zod';
import { readConfigParts } from './ConfigParts';
import { configProblems } from './configProblems';
import { configSchema } from './configSchema';
import { clusterSettingsSchema } from './clusterSettings';
import { configuredClusters } from './configuredClusters';
import { ModelPublishingConfig } from './ModelPublishingConfig';
import { PrometheusSettings } from './prometheusSchema';

const SECTION = 'modelPublishing';

/**
 * Reads everything under `modelPublishing:`.
 *
 * @throws InputError that lists all problems, each with its path in the configuration
 */
export function readModelPublishingConfig(
  config: Config,
): ModelPublishingConfig {
  const raw = config.getOptional(SECTION) ?? {};
  const clusters = configuredClusters(config);
  const parsed = configSchema.safeParse(raw, {
    error: ({ input }) => (input === undefined ? 'is missing' : undefined),
  });
  const parts = readConfigParts(raw, clusters.names[0] ?? '');
  const problems = [
    ...(parsed.error ? formProblems(parsed.error) : []),
    ...configProblems(parts, clusters),
  ];
  const [first, ...others] = parts.gateways.filter(isRead);
  if (!parsed.success || !first || problems.length > 0) {
    const lines = problems.map(problem => `  ${SECTION}.${problem}`);
    throw new InputError(
      `The configuration has problems:\n${lines.join('\n')}`,
    );
  }
  const { instanceId, admins, services, tenancy, limits, keys } = parsed.data;
  const { authentication, openai, timeouts, usage } = parsed.data;
  const tenants = parts.tenants.filter(isRead);
  return {
    instanceId,
    gateways: [first, ...others],
    tenants,
    admins,
    services,
    tenancy,
    clusters: {
      default: clusters.names[0] ?? first.cluster,
      known: [
        ...new Set([
          ...clusters.names,
          ...[first, ...others, ...tenants].map(({ cluster }) => cluster),
        ]),
      ],
    },
    clusterSettings: new Map(
      Object.entries(parsed.data.clusters).map(([name, cluster]) => [
        name,
        clusterSettingsSchema.parse(cluster),
      ]),
    ),
    prometheus: new Map(
      Object.entries(parsed.data.clusters).flatMap(
        ([name, { prometheus }]): Array<[string, PrometheusSettings]> =>
          prometheus ? [[name, prometheus]] : [],
      ),
    ),
    limits,
    keys,
    authentication,
    openai,
    timeouts: {
      traditionalSeconds: timeouts.traditional,
      openaiSeconds: timeouts.openai,
    },
    usage,
  };
}

function formProblems({ issues }: z.ZodError): string[] {
  return issues.flatMap(issue =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map(
          key => `${pathOf([...issue.path, key])}: is not a known key`,
        )
      : [`${pathOf(issue.path)}: ${issue.message}`],
  );
}

function isRead<T>(part: T | undefined): part is T {
  return part !== undefined;
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
