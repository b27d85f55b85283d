import {
  ModelType,
  Phase,
  PublicationAccess,
  Visibility,
} from '@inference-portal/plugin-model-publishing-common';
import { CallerScope } from './callerScope';
import { IndexedPublication } from './IndexedPublication';

/** Which of the publications that a caller may see a list is to hold. */
export interface PublicationFilter {
  /** The publishing tenant. */
  tenant?: string;
  cluster?: string;
  gateway?: string;
  type?: ModelType;
  phase?: Phase;
  visibility?: Visibility;
  access?: PublicationAccess;
  /** Text in names and address; case does not matter. */
  q?: string;
}

/** The condition that a filter stands for, of what a caller may see. */
export function publicationFilter(
  filter: PublicationFilter,
  scope: CallerScope,
): (publication: IndexedPublication) => boolean {
  const text = filter.q?.toLowerCase() ?? '';
  const isWanted = <T>(wanted: T | undefined, found: T) =>
    wanted === undefined || wanted === found;
  return ({ state, phase }) => {
    const { model, tenant, cluster, gateway, configuration } = state;
    const { modelType, visibility, publicHostname, externalPath } =
      configuration;
    if (
      !isWanted(filter.tenant, tenant) ||
      !isWanted(filter.cluster, cluster) ||
      !isWanted(filter.gateway, gateway) ||
      !isWanted(filter.type, modelType) ||
      !isWanted(filter.visibility, visibility) ||
      !isWanted(filter.phase, phase)
    ) {
      return false;
    }
    const access = scope.accessOf(state);
    return (
      access !== undefined &&
      isWanted(filter.access, access) &&
      (text === '' ||
        // No name or address holds a line break, so no text matches across two of them.
        `${model}\n${tenant}\n${publicHostname}${externalPath}`
          .toLowerCase()
          .includes(text))
    );
  };
}
