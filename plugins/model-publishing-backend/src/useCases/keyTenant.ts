import { NotAllowedError } from '@backstage/errors';
import { RuleViolationError } from '../errors/requestProblems';
import { Caller } from '../tenancy/Caller';
import { UseCaseDependencies } from './UseCaseDependencies';
import { ownTenantsIn } from './ownTenantsIn';
import { VisiblePublication } from './PublicationDirectory';

/**
 * The consumer tenants of a publication whose keys a caller may make, replace and see: those that the caller owns, of
 * those that may use it.
 */
export function keyTenantsOf(
  deps: Pick<UseCaseDependencies, 'access'>,
  caller: Caller,
  { state }: Pick<VisiblePublication, 'state'>,
): string[] {
  const { allowedTenants } = state.configuration.authentication;
  return ownTenantsIn(deps, caller, state.cluster).filter(tenant =>
    allowedTenants.includes(tenant),
  );
}

/**
 * The consumer tenant that a caller means: the one that is named, or the publishing tenant if the caller owns it, or the
 * only one that comes into question.
 *
 * @param field - of the request that names the tenant
 * @throws RuleViolationError when none is named and several come into question
 * @throws NotAllowedError when the caller may not have keys of that tenant
 */
export function requireKeyTenant(
  deps: Pick<UseCaseDependencies, 'access'>,
  caller: Caller,
  publication: VisiblePublication,
  tenantId: string | undefined,
  field = 'tenantId',
): string {
  const tenants = keyTenantsOf(deps, caller, publication);
  const { model, tenant: publisher } = publication.state;
  if (tenantId !== undefined) {
    if (!tenants.includes(tenantId)) {
      throw new NotAllowedError(
        `Tenant "${tenantId}" is none of yours that may use model "${model}"`,
      );
    }
    return tenantId;
  }
  if (tenants.includes(publisher)) {
    return publisher;
  }
  const [first, ...others] = tenants;
  if (first === undefined) {
    throw new NotAllowedError(
      `None of your tenants may use model "${model}"; its publisher can allow it`,
    );
  }
  if (others.length > 0) {
    throw new RuleViolationError([
      {
        field,
        problem: `must be one of ${tenants.join(
          ', ',
        )}: several of your tenants may use this model`,
      },
    ]);
  }
  return first;
}
