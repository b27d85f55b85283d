import { PUBLICATION_LABEL } from '@inference-portal/plugin-model-publishing-common';
import { KubernetesObject } from '../cluster/defineResource';
import { GatewaySpec, GatewayStatus } from '../cluster/resources/Gateway';
import { GatewayConfig } from '../config/ModelPublishingConfig';
import { gatewayVerdict } from '../conditions/gatewayVerdict';
import { ModelDirectory } from '../models/ModelDirectory';
import {
  guardNameOf,
  isEntranceName,
  KEY_SHARDS,
  keyShardNameOf,
  MODEL_KINDS,
  publicationIdInName,
  publicationIdOf,
} from '../names';
import { ReachabilityMonitor } from '../probe/ReachabilityMonitor';
import { StateStore } from '../state/StateStore';
import { GatewayWatches } from './GatewayWatches';

export interface SeenSources {
  watches: GatewayWatches;
  models: ModelDirectory;
  reachability: ReachabilityMonitor;
  gateway: Pick<GatewayConfig, 'gateway'>;
  states: Pick<StateStore, 'list'>;
}

/**
 * Tells of everything that a publication's conditions are made of (see `observedConditions`), when it changes: state,
 * credentials, objects, model, reachability; and without an id, when the Gateway's own condition does. May tell too
 * often, never too seldom.
 */
export function onSeen(
  { watches, models, reachability, gateway, states }: SeenSources,
  listener: (id: string | undefined) => void,
): void {
  const { credentials, rendered, gateways } = watches;
  for (const watch of [watches.states, credentials, ...rendered.values()]) {
    watch.onChange(({ object: { metadata } }) => {
      // Both, because whoever edits an object by hand may have changed its labels.
      const ids = new Set([
        metadata.labels?.[PUBLICATION_LABEL],
        publicationIdInName(metadata.name),
      ]);
      ids.forEach(id => id && listener(id));
      const shard = KEY_SHARDS.find(
        digit => keyShardNameOf(gateway.gateway, digit) === metadata.name,
      );
      const isOfGuard =
        metadata.name === guardNameOf(gateway.gateway) ||
        isEntranceName(gateway.gateway, metadata.name);
      const isShared = shard !== undefined || isOfGuard;
      (isShared ? states.list() : [])
        .filter(
          ({ id, configuration }) =>
            (shard !== undefined && id.startsWith(shard)) ||
            (isOfGuard && configuration.modelType === 'openai'),
        )
        .forEach(({ id }) => listener(id));
    });
  }
  models.onChange(({ namespace, name }) =>
    MODEL_KINDS.forEach(kind =>
      listener(publicationIdOf({ namespace, kind, model: name })),
    ),
  );
  reachability.onVerdict(listener);
  let verdict = '';
  gateways.onChange(({ type, object }) => {
    if (object.metadata.name !== gateway.gateway) {
      return;
    }
    // Its status counts the routes: it changes with every publication, and mostly means nothing to the others.
    const seen =
      type === 'deleted'
        ? ''
        : JSON.stringify([gatewayVerdict(object), listenersOf(object)]);
    if (seen !== verdict) {
      verdict = seen;
      listener(undefined);
    }
  });
}

/** Listeners as they are, and what the gateway says of each. */
function listenersOf({ spec, status }: KubernetesObject<GatewaySpec>) {
  const { listeners = [] } = (status ?? {}) as GatewayStatus;
  return [
    spec?.listeners,
    listeners.map(({ name, conditions }) => ({ name, conditions })),
  ];
}
