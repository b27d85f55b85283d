import { reader } from '../objectReader';
import {
  AiGatewayRoute,
  aiGatewayRouteSchema,
} from '../resources/AiGatewayRoute';
import {
  AiServiceBackend,
  aiServiceBackendSchema,
} from '../resources/AiServiceBackend';
import { keyOf } from '../resources/metadata';
import { aiGroup } from './aiKinds';

/** What the AI Gateway's controller reads. */
export interface AiObjects {
  /** Oldest first. */
  readonly routes: readonly AiGatewayRoute[];
  /** By `<namespace>/<name>`. */
  readonly backends: ReadonlyMap<string, AiServiceBackend>;
}

const readRoutes = reader(aiGatewayRouteSchema);
const readBackends = reader(aiServiceBackendSchema);

/** `list` answers the stored objects of one kind; those of an unknown shape are left out, as for the gateway. */
export function readAiObjects(
  list: (plural: string, group: string) => readonly object[],
): AiObjects {
  const backends = readBackends(list('aiservicebackends', aiGroup));
  return {
    routes: readRoutes(list('aigatewayroutes', aiGroup)),
    backends: new Map(backends.map(backend => [keyOf(backend), backend])),
  };
}

/** The first backend of a route that is not there. */
export function missingBackendOf(
  { metadata: { namespace }, spec }: AiGatewayRoute,
  { backends }: AiObjects,
): string | undefined {
  return spec.rules
    .flatMap(({ backendRefs }) => backendRefs)
    .map(({ name }) => name)
    .find(name => !backends.has(`${namespace}/${name}`));
}
