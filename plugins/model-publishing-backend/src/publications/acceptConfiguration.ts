import {
  AcceptedConfiguration,
  LIMIT_NAMES,
  ModelType,
  PublicationConfig,
  RateLimiting,
  traditionalPathProblems,
  Warning,
} from '@inference-portal/plugin-model-publishing-common';
import {
  GatewayConfig,
  ModelPublishingConfig,
} from '../config/ModelPublishingConfig';
import { Problem, RuleViolationError } from '../errors/requestProblems';
import { isHostnameAllowed } from './isHostnameAllowed';

export interface AcceptanceContext {
  model: string;
  modelType: ModelType;
  gateway: GatewayConfig;
  limits: ModelPublishingConfig['limits'];
  /** Ids of all configured tenants. */
  tenants: string[];
}

/**
 * Fills in defaults and checks the rules of the platform (product rules, configured maxima, allowed hostnames).
 *
 * @throws RuleViolationError listing every problem
 */
export function acceptConfiguration(
  config: PublicationConfig,
  context: AcceptanceContext,
): AcceptedConfiguration {
  const accepted = withDefaults(config, context);
  requireAcceptable(accepted, config.tenantId, context);
  return accepted;
}

/**
 * Checks a complete configuration against the rules of the platform.
 *
 * @throws RuleViolationError listing every problem
 */
export function requireAcceptable(
  accepted: AcceptedConfiguration,
  tenantId: string,
  context: AcceptanceContext,
): void {
  const problems = [
    ...typeProblems(accepted),
    ...addressProblems(accepted, tenantId, context.gateway),
    ...limitProblems(accepted.rateLimiting, context),
    ...authenticationProblems(accepted, context),
  ];
  if (problems.length > 0) {
    throw new RuleViolationError(problems);
  }
}

/** What was accepted and has no effect. */
export function warningsOf(configuration: AcceptedConfiguration): Warning[] {
  const { modelType, rateLimiting } = configuration;
  if (modelType === 'traditional' && rateLimiting.tokensPerHour !== undefined) {
    return [
      {
        field: 'rateLimiting.tokensPerHour',
        message:
          'is kept, but has no effect: a traditional model reports no tokens',
      },
    ];
  }
  return [];
}

/** What a request asks for, with every default filled in. */
export function withDefaults(
  config: PublicationConfig,
  { model, modelType, gateway, limits }: AcceptanceContext,
): AcceptedConfiguration {
  const defaultPath =
    modelType === 'openai' ? `/v1/models/${model}` : `/models/${model}`;
  return {
    modelType,
    publicHostname: config.publicHostname ?? gateway.hostnames.default,
    externalPath: config.externalPath ?? defaultPath,
    rateLimiting: { ...limits.defaults, ...config.rateLimiting },
    authentication: {
      requireApiKey: config.authentication?.requireApiKey ?? true,
      allowedTenants: [
        ...new Set(config.authentication?.allowedTenants ?? [config.tenantId]),
      ].sort(),
    },
    metadata: config.metadata ?? {},
    visibility: config.visibility ?? 'consumers',
  };
}

function typeProblems({ modelType }: AcceptedConfiguration): Problem[] {
  return modelType === 'traditional'
    ? []
    : [
        {
          field: 'config.modelType',
          problem:
            'is "openai", and OpenAI-compatible models cannot be published yet',
        },
      ];
}

function addressProblems(
  { publicHostname, externalPath }: AcceptedConfiguration,
  tenant: string,
  gateway: GatewayConfig,
): Problem[] {
  const pathProblems = traditionalPathProblems(externalPath).map(problem => ({
    field: 'config.externalPath',
    problem,
  }));
  if (isHostnameAllowed(publicHostname, tenant, gateway)) {
    return pathProblems;
  }
  const problem = `"${publicHostname}" may not be used by tenant "${tenant}" on gateway "${gateway.name}"`;
  return [{ field: 'config.publicHostname', problem }, ...pathProblems];
}

function limitProblems(
  rateLimiting: RateLimiting,
  { limits, gateway }: AcceptanceContext,
): Problem[] {
  return LIMIT_NAMES.flatMap(name => {
    const value = rateLimiting[name];
    const maximum = limits.maxima[name];
    const field = `config.rateLimiting.${name}`;
    if (value === undefined) {
      return [];
    }
    const problems: Problem[] = [];
    if (maximum !== undefined && value > maximum) {
      problems.push({
        field,
        problem: `is ${value}, above the platform's maximum of ${maximum}`,
      });
    }
    const needsGlobalLimiter =
      name === 'requestsPerMinute' || name === 'requestsPerHour';
    if (needsGlobalLimiter && !gateway.capabilities.globalRateLimit) {
      const problem = `needs the capability globalRateLimit, which gateway "${gateway.name}" does not have`;
      problems.push({ field, problem });
    }
    return problems;
  });
}

function authenticationProblems(
  { authentication }: AcceptedConfiguration,
  { tenants }: AcceptanceContext,
): Problem[] {
  const unknown = authentication.allowedTenants
    .filter(tenant => !tenants.includes(tenant))
    .map(tenant => ({
      field: 'config.authentication.allowedTenants',
      problem: `names "${tenant}", which is no tenant of this platform`,
    }));
  return authentication.requireApiKey
    ? unknown
    : [
        {
          field: 'config.authentication.requireApiKey',
          problem:
            'must be true: this platform does not allow models without keys',
        },
        ...unknown,
      ];
}
