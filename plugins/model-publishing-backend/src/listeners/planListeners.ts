import { KubernetesObject } from '../cluster/defineResource';
import { Gateway, GatewaySpec } from '../cluster/resources/Gateway';
import { LISTENERS_MAX } from '../config/customHostnameProblems';
import { CustomHostname } from '../config/ModelPublishingConfig';
import { listenerNameOf } from '../names';
import { contains } from '../rendering/isApplied';
import { renderListener } from '../rendering/renderListener';
import { heldParts } from './heldParts';
import {
  ISSUER_ANNOTATIONS,
  issuerAnnotationOf,
  issuerProblem,
} from './issuerAnnotation';
import { listenerProblem } from './listenerProblem';

const FULL = `the Gateway would have more than ${LISTENERS_MAX} listeners; unpublish from other hostnames of hostnames.custom, or use another Gateway`;

export interface ListenerWishes {
  /** The Gateway as it is. */
  live: KubernetesObject<GatewaySpec>;
  /** Field manager of our listeners. */
  manager: string;
  needed: CustomHostname[];
  /** Whatever else must stay if it is there. */
  kept?: CustomHostname[];
  /** Why no listener may be added at all. */
  obstacle?: string;
}

export interface ListenerPlan {
  /** undefined: everything is as it should be. */
  change:
    | {
        /** All that we hold of the Gateway from then on; applies to the version that was planned for, and to no other. */
        object: KubernetesObject<GatewaySpec>;
        /** The hostnames that have listeners of ours from then on. */
        entries: CustomHostname[];
        /** Fields of our own listeners have to be taken back from somebody. */
        isRepair: boolean;
        /** Names of the listeners that come, go or change. */
        listeners: string[];
      }
    | undefined;
  /** Why hostnames cannot have (all of) their listener, by the entry's hostname. */
  problems: Map<string, string>;
}

/** What has to be done to a Gateway, so that it has the listeners that are needed, as far as that is possible. */
export function planListeners({
  live,
  manager,
  needed,
  kept = [],
  obstacle,
}: ListenerWishes): ListenerPlan {
  const listeners = live.spec?.listeners ?? [];
  const held = heldParts(live.metadata, manager);
  const foreign = listeners.filter(({ name }) => !held.listeners.has(name));
  const isThere = ({ hostname }: CustomHostname) =>
    held.listeners.has(listenerNameOf(hostname));
  const staying = [...new Set([...needed, ...kept])].filter(isThere);
  const annotation = issuerAnnotationOf(needed);
  const noIssuer =
    annotation &&
    issuerProblem(annotation, live, { foreign, held: held.annotations });

  const problems = new Map<string, string>();
  const rendered = [...staying];
  for (const entry of needed) {
    const problem =
      (entry.certificate?.issuer && noIssuer) ??
      (isThere(entry)
        ? undefined
        : listenerProblem(renderListener(entry), foreign) ??
          obstacle ??
          (foreign.length + rendered.length >= LISTENERS_MAX
            ? FULL
            : undefined));
    if (problem) {
      problems.set(entry.hostname, problem);
    } else if (!isThere(entry)) {
      rendered.push(entry);
    }
  }

  const wanted = rendered.map(renderListener).sort(byName);
  const annotations = noIssuer ? undefined : annotation;
  const outdated = listenersToWrite(wanted, listeners, held.listeners);
  const isAnnotated = ISSUER_ANNOTATIONS.every(name =>
    annotations?.[name] === undefined
      ? !held.annotations.has(name)
      : held.annotations.has(name) &&
        live.metadata.annotations?.[name] === annotations[name],
  );
  if (outdated.length === 0 && isAnnotated) {
    return { change: undefined, problems };
  }
  const { name, namespace, uid, resourceVersion } = live.metadata;
  return {
    change: {
      object: {
        apiVersion: Gateway.apiVersion,
        kind: Gateway.kind,
        metadata: {
          name,
          namespace,
          uid,
          resourceVersion,
          ...(annotations && { annotations }),
        },
        ...(wanted.length > 0 && { spec: { listeners: wanted } }),
      },
      entries: rendered,
      isRepair: outdated.some(
        changed =>
          held.listeners.has(changed) &&
          wanted.some(listener => listener.name === changed),
      ),
      listeners: outdated,
    },
    problems,
  };
}

/** Names of listeners that are not as they should be, or should not be. */
function listenersToWrite(
  wanted: GatewaySpec['listeners'],
  live: GatewaySpec['listeners'],
  held: Set<string>,
): string[] {
  const names = wanted.map(({ name }) => name);
  const gone = [...held].filter(name => !names.includes(name));
  const changed = wanted.filter(
    listener =>
      !held.has(listener.name) ||
      !contains(
        live.find(({ name }) => name === listener.name),
        listener,
      ),
  );
  return [...changed.map(({ name }) => name), ...gone];
}

function byName(a: { name: string }, b: { name: string }): number {
  return a.name < b.name ? -1 : 1;
}
