import { KubernetesObject } from '../cluster/defineResource';
import {
  ClientTrafficPolicy,
  ClientTrafficPolicySpec,
} from '../cluster/resources/ClientTrafficPolicy';
import { PolicyTarget } from '../cluster/resources/policyStatus';
import {
  SecurityPolicy,
  SecurityPolicySpec,
} from '../cluster/resources/SecurityPolicy';
import { policyVerdict } from '../conditions/policyVerdict';
import { CLIENT_ID_HEADER } from './keyAuthentication';
import { MODEL_HEADER, UNREAD_MODEL } from './renderGuard';

/**
 * What the platform's own policies on a Gateway lack to be a guard, in words for whoever edits them. Every policy
 * given counts; of a kind that has any, all listeners must be covered.
 *
 * @param listeners - names of the listeners that published models use; empty means all of them
 */
export function guardProblems(
  platformPolicies: KubernetesObject[],
  listeners: string[] = [],
): string[] {
  const kinds = [...new Set(platformPolicies.map(({ kind }) => kind))];
  return [
    ...platformPolicies.flatMap(policy =>
      [...contentProblems(policy), ...statusProblems(policy)].map(
        problem => `${policy.kind} "${policy.metadata.name}" ${problem}`,
      ),
    ),
    ...kinds.flatMap(kind =>
      coverageProblems(
        kind,
        platformPolicies.filter(policy => policy.kind === kind),
        listeners,
      ),
    ),
  ];
}

/**
 * What the platform's own policies lack to check the keys of OpenAI-compatible models, which are checked on the Gateway
 * (see `renderEntrance`).
 *
 * @param credentials - names of the Secrets that hold those keys
 */
export function openaiGuardProblems(
  platformPolicies: KubernetesObject[],
  credentials: string[],
): string[] {
  return [
    ...keyProblems(platformPolicies, credentials),
    ...platformPolicies
      .filter(({ kind }) => kind === ClientTrafficPolicy.kind)
      .filter(({ spec }) => !setsModel(spec as ClientTrafficPolicySpec))
      .map(
        ({ metadata }) =>
          `ClientTrafficPolicy "${metadata.name}" of the platform needs headers.earlyRequestHeaders.set: [{name: ${MODEL_HEADER}, value: ${UNREAD_MODEL}}]`,
      ),
  ];
}

function keyProblems(
  platformPolicies: KubernetesObject[],
  credentials: string[],
): string[] {
  return platformPolicies
    .filter(({ kind }) => kind === SecurityPolicy.kind)
    .flatMap(({ metadata, spec }) => {
      const { apiKeyAuth } = spec as SecurityPolicySpec;
      const named = apiKeyAuth?.credentialRefs.map(({ name }) => name) ?? [];
      const missing = credentials.filter(name => !named.includes(name));
      const isLike =
        apiKeyAuth?.forwardClientIDHeader === CLIENT_ID_HEADER &&
        apiKeyAuth.sanitize;
      return missing.length > 0 || !isLike
        ? [
            `SecurityPolicy "${
              metadata.name
            }" of the platform needs apiKeyAuth with forwardClientIDHeader: ${CLIENT_ID_HEADER}, sanitize: true and the credentialRefs ${credentials.join(
              ', ',
            )}`,
          ]
        : [];
    });
}

function contentProblems({ kind, spec }: KubernetesObject): string[] {
  switch (kind) {
    case SecurityPolicy.kind:
      return securityProblems(spec as SecurityPolicySpec);
    case ClientTrafficPolicy.kind:
      return headerProblems(spec as ClientTrafficPolicySpec);
    default:
      return [];
  }
}

function securityProblems({ authorization }: SecurityPolicySpec): string[] {
  // An absent defaultAction means Deny; an absent authorization lets everybody pass (gateway-facts 1.7).
  const denies =
    authorization && (authorization.defaultAction ?? 'Deny') === 'Deny';
  const allows = authorization?.rules?.some(({ action }) => action === 'Allow');
  return denies && !allows
    ? []
    : ['needs authorization: {defaultAction: Deny} without rules that allow'];
}

function setsModel({ headers }: ClientTrafficPolicySpec): boolean {
  const { set = [] } = headers?.earlyRequestHeaders ?? {};
  return set.some(
    ({ name, value }) =>
      name.toLowerCase() === MODEL_HEADER && value === UNREAD_MODEL,
  );
}

/** Whatever clients say of who they are, and of the model, must not count. */
function headerProblems({ headers }: ClientTrafficPolicySpec): string[] {
  const { remove = [], set = [] } = headers?.earlyRequestHeaders ?? {};
  const overwritten = [...remove, ...set.map(({ name }) => name)].map(name =>
    name.toLowerCase(),
  );
  const missing = [CLIENT_ID_HEADER, MODEL_HEADER].filter(
    name => !overwritten.includes(name),
  );
  return missing.length === 0
    ? []
    : [`needs headers.earlyRequestHeaders.remove: [${missing.join(', ')}]`];
}

/** A policy that the gateway does not follow protects nothing, however good its content. */
function statusProblems(policy: KubernetesObject): string[] {
  const { status, reason, message } = policyVerdict(policy);
  return status === 'True'
    ? []
    : [`is not in force (${reason}: ${message}); mend or remove it`];
}

function coverageProblems(
  kind: string,
  policies: KubernetesObject[],
  listeners: string[],
): string[] {
  const sections = policies
    .flatMap(targetsOf)
    .map(target => target.sectionName);
  const coversAll =
    sections.includes(undefined) ||
    (listeners.length > 0 && listeners.every(name => sections.includes(name)));
  return coversAll
    ? []
    : [`a ${kind} must target the whole Gateway, without sectionName`];
}

function targetsOf({ spec }: KubernetesObject): PolicyTarget[] {
  const { targetRef, targetRefs = [] } = spec as {
    targetRef?: PolicyTarget;
    targetRefs?: PolicyTarget[];
  };
  return (targetRef ? [targetRef, ...targetRefs] : targetRefs).filter(
    target => target.kind === 'Gateway',
  );
}
