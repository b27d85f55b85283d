import {
  AcceptedConfiguration,
  ModelType,
  openaiPathOf,
  openaiPathProblems,
  PublicationConfig,
  traditionalPathProblems,
} from '@inference-portal/plugin-model-publishing-common';
import { LimitSupport } from '../capabilities/LimitSupport';
import {
  GatewayConfig,
  ModelPublishingConfig,
} from '../config/ModelPublishingConfig';
import { LimitPlace } from '../limits/LimitPlace';
import { Problem, RuleViolationError } from '../errors/requestProblems';
import { isAmong } from './isAmong';
import { isHostnameAllowed } from './isHostnameAllowed';
import { limitProblems, requireKnownSupport } from './limitProblems';
import { tenantLimitProblems } from './tenantLimitProblems';
import { withTenantLimits } from './withTenantLimits';

export interface AcceptanceContext {
  model: string;
  modelType: ModelType;
  gateway: GatewayConfig;
  limits: ModelPublishingConfig['limits'];
  limitSupport: LimitSupport;
  /** Of the publication as it is now; none of one that is to be made. */
  limitPlaces: LimitPlace[];
  now: Date;
  /** Whether models may be published that need no key. */
  allowAnonymous: boolean;
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
    ...addressProblems(accepted, tenantId, context.gateway),
    ...limitProblems(accepted, context),
    ...tenantLimitProblems(accepted),
    ...authenticationProblems(accepted, context),
  ];
  if (problems.length > 0) {
    throw new RuleViolationError(problems);
  }
  requireKnownSupport(accepted, context);
}

/** What a request asks for, with every default filled in. */
export function withDefaults(
  config: PublicationConfig,
  { model, modelType, gateway, limits }: AcceptanceContext,
): AcceptedConfiguration {
  const { perTenant = {}, ...totals } = config.rateLimiting ?? {};
  const defaultPath =
    modelType === 'openai' ? openaiPathOf(model) : `/models/${model}`;
  return {
    modelType,
    publicHostname: config.publicHostname ?? gateway.hostnames.default,
    externalPath: config.externalPath ?? defaultPath,
    rateLimiting: withTenantLimits(
      { ...limits.defaults, ...totals },
      perTenant,
    ),
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

function addressProblems(
  { modelType, publicHostname, externalPath }: AcceptedConfiguration,
  tenant: string,
  gateway: GatewayConfig,
): Problem[] {
  const problems =
    modelType === 'openai'
      ? openaiPathProblems(externalPath)
      : traditionalPathProblems(externalPath);
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
  { authentication, modelType, publicHostname }: AcceptedConfiguration,
  { tenants, allowAnonymous, gateway }: AcceptanceContext,
): Problem[] {
  const unknown = authentication.allowedTenants
    .filter(tenant => !tenants.includes(tenant))
    .map(tenant => ({
      field: 'config.authentication.allowedTenants',
      problem: `names "${tenant}", which is no tenant of this platform`,
    }));
  const { requireApiKey } = authentication;
  if (!requireApiKey && !allowAnonymous) {
    const problem =
      'must be true: this platform does not allow models without keys';
    return [
      { field: 'config.authentication.requireApiKey', problem },
      ...unknown,
    ];
  }
  const isAnonymousHost = isAmong(publicHostname, gateway.hostnames.anonymous);
  return modelType === 'openai' && requireApiKey === isAnonymousHost
    ? [anonymousHostProblem(publicHostname, isAnonymousHost), ...unknown]
    : unknown;
}

/** On each hostname, one policy decides for all OpenAI-compatible models who has to bring a key (stack-proof 2.2). */
function anonymousHostProblem(
  hostname: string,
  isAnonymousHost: boolean,
): Problem {
  return {
    field: 'config.publicHostname',
    problem: isAnonymousHost
      ? `"${hostname}" is for OpenAI-compatible models without keys only`
      : `"${hostname}" is for OpenAI-compatible models with keys only; those without need a hostname of modelPublishing.gateways[].hostnames.anonymous`,
  };
}
