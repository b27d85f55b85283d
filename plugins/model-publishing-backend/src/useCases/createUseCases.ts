import { getPublication } from './getPublication';
import { listModels } from './listModels';
import { listPublications } from './listPublications';
import { publish } from './publish';
import { rotateKey } from './rotateKey';
import { unpublish } from './unpublish';
import { UseCaseDependencies } from './UseCaseDependencies';
import { UseCases } from './UseCases';

/** Binds the use cases to what they work with. */
export function createUseCases(deps: UseCaseDependencies): UseCases {
  return {
    publish: (principal, model, config) =>
      publish(deps, principal, model, config),
    getPublication: (principal, selector) =>
      getPublication(deps, principal, selector),
    listPublications: (principal, query) =>
      listPublications(deps, principal, query),
    unpublish: (principal, selector) => unpublish(deps, principal, selector),
    rotateKey: (principal, selector) => rotateKey(deps, principal, selector),
    listModels: (principal, query) => listModels(deps, principal, query),
  };
}
