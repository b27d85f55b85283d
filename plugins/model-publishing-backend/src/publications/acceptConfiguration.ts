import {
  AcceptedConfiguration,
  ModelType,
  PublicationConfig,
  traditionalPathProblems,
} from '@inference-portal/plugin-model-publishing-common';
import { LimitSupport } from '../capabilities/LimitSupport';
import {
  GatewayConfig,
  ModelPublishingConfig,
} from '../config/ModelPublishingConfig';
import { Problem, RuleViolationError } from '../errors/requestProblems';
import { isHostnameAllowed } from './isHostnameAllowed';
import { limitProblems, requireKnownSupport } from './limitProblems';

export interface AcceptanceContext {
  model: string;
  modelType: ModelType;
  gateway: GatewayConfig;
  limits: ModelPublishingConfig['limits'];
  limitSupport: LimitSupport;
  /** Ids of all configured tenants. */
  tenants: string[];
}

/**
 * Fills in defaults and checks the rules of the platform (product rules, configured maxima, allowed hostnames).
 *
 * @throws RuleViolationError listing every problem
 * @throws ServiceUnavailableError while it is not known whether the gateway can keep the limits
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
 * @throws ServiceUnavailableError while it is not known whether the gateway can keep the limits
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
  requireKnownSupport(accepted.rateLimiting, context);
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
  { modelType, publicHostname, externalPath }: AcceptedConfiguration,
  tenant: string,
  gateway: GatewayConfig,
): Problem[] {
  const problems =
    modelType === 'traditional' ? traditionalPathProblems(externalPath) : [];
  const pathProblems = problems.map(problem => ({
    field: 'config.externalPath',
    problem,
  }));
  if (isHostnameAllowed(publicHostname, tenant, gateway)) {
    return pathProblems;
  }
  const problem = `"${publicHostname}" may not be used by tenant "${tenant}" on gateway "${gateway.name}"`;
  return [{ field: 'config.publicHostname', problem }, ...pathProblems];
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
