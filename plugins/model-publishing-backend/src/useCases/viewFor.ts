import { Publication } from '@inference-portal/plugin-model-publishing-common';
import { limitSupportOf } from '../capabilities/LimitSupport';
import { publicationView } from '../publications/publicationView';
import { Caller } from '../tenancy/Caller';
import { VisiblePublication } from './PublicationDirectory';
import { UseCaseDependencies } from './UseCaseDependencies';

/** A publication as a caller may see it, with the conditions that the watches have seen last. */
export function viewFor(
  { access: tenancy, config }: Pick<UseCaseDependencies, 'access' | 'config'>,
  { principal }: Caller,
  { runtime, state, access }: VisiblePublication,
): Publication {
  return publicationView(state, runtime.gateway, runtime.conditionsOf(state), {
    access,
    tenants: tenancy
      .ownedTenants(principal)
      .filter(({ cluster }) => cluster === state.cluster)
      .map(({ namespace }) => namespace),
    limitSupport: limitSupportOf({ ...runtime, config }),
  });
}
