import { Publication } from '@inference-portal/plugin-model-publishing-common';
import { limitSupportOf } from '../capabilities/LimitSupport';
import { publicationView } from '../publications/publicationView';
import { Caller } from '../tenancy/Caller';
import { ownTenantsIn } from './ownTenantsIn';
import { VisiblePublication } from './PublicationDirectory';
import { UseCaseDependencies } from './UseCaseDependencies';

/** A publication as a caller may see it, with the conditions that the watches have seen last. */
export function viewFor(
  deps: Pick<UseCaseDependencies, 'access' | 'config'>,
  caller: Caller,
  { runtime, state, access }: VisiblePublication,
): Publication {
  return publicationView(state, runtime.gateway, runtime.conditionsOf(state), {
    access,
    tenants: ownTenantsIn(deps, caller, state.cluster),
    limitSupport: limitSupportOf({ ...runtime, config: deps.config }),
  });
}
