import {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  AuthorizeResult,
  isResourcePermission,
  Permission,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import { PolicyReader } from '../permissions/PolicyReader';
import { Caller } from '../tenancy/Caller';
import { PrincipalResolver } from '../tenancy/principalOf';
import { AnyRoute } from './route';

export interface AuthorizeCallerOptions {
  permissions: PermissionsService;
  policies: PolicyReader;
  principalOf: PrincipalResolver;
}

/**
 * Finds out who calls, and what the permission policy leaves of it. Access restrictions of a service's token are
 * enforced by the permissions service, which asks no policy about services.
 *
 * @throws NotAllowedError when the policy leaves nothing
 */
export async function authorizeCaller(
  {
    permission,
    revealPermission,
    usagePermission,
  }: Pick<AnyRoute, 'permission' | 'revealPermission' | 'usagePermission'>,
  credentials: BackstageCredentials,
  { permissions, policies, principalOf }: AuthorizeCallerOptions,
): Promise<Omit<Caller, 'note'>> {
  const [decision, reveal, usage] = await Promise.all(
    [permission, revealPermission, usagePermission].map(
      one => one && decisionAbout(one, credentials, permissions),
    ),
  );
  if (!decision || decision.result === AuthorizeResult.DENY) {
    throw new NotAllowedError(
      `Permission "${permission.name}" is needed for this`,
    );
  }
  return {
    principal: await principalOf(credentials),
    permits: policies.predicateOf(decision),
    permitsReveal: policies.predicateOf(reveal),
    permitsUsage: policies.predicateOf(usage),
  };
}

/** What the policy says before it is known which publication is meant: perhaps conditions. */
async function decisionAbout(
  permission: Permission,
  credentials: BackstageCredentials,
  permissions: PermissionsService,
): Promise<PolicyDecision | undefined> {
  const [decision] = isResourcePermission(permission)
    ? await permissions.authorizeConditional([{ permission }], { credentials })
    : await permissions.authorize([{ permission }], { credentials });
  return decision;
}
