import {
  Phase,
  PublicationCondition,
  PublicationSort,
} from '@inference-portal/plugin-model-publishing-common';
import { phaseOf } from '../conditions/phaseOf';
import { GatewayRuntime } from '../reconcile/GatewayRuntime';
import { PublicationState } from '../state/PublicationState';

/** A publication in the index. A change makes a new one, so that views can find the place of the old one. */
export interface IndexedPublication {
  readonly runtime: GatewayRuntime;
  readonly state: PublicationState;
  readonly phase: Phase;
  /** What keeps it from being published. */
  readonly problem: PublicationCondition | undefined;
}

/**
 * Looks at a publication anew; undefined when nothing can be said about it, mostly because its tenant has not been read
 * yet. Whatever it is, it must not hide the other rows of a list; whoever asks for this publication itself hears of it.
 */
export function look(
  runtime: GatewayRuntime,
  state: PublicationState,
): IndexedPublication | undefined {
  const conditions = conditionsOf(runtime, state);
  if (!conditions) {
    return undefined;
  }
  const phase = phaseOf(state.intent, conditions);
  const isWell = phase === 'Published' || phase === 'Unpublishing';
  return {
    runtime,
    state,
    phase,
    problem: isWell ? undefined : worstOf(conditions),
  };
}

function conditionsOf(
  runtime: GatewayRuntime,
  state: PublicationState,
): PublicationCondition[] | undefined {
  try {
    runtime.requireSynced();
    return runtime.conditionsOf(state);
  } catch {
    return undefined;
  }
}

/** A publication of which nothing is known but its state. */
export function unseen(
  runtime: GatewayRuntime,
  state: PublicationState,
): IndexedPublication {
  return {
    runtime,
    state,
    phase: phaseOf(state.intent, []),
    problem: undefined,
  };
}

/** Whether two say the same. */
export function isSame(a: IndexedPublication, b: IndexedPublication): boolean {
  return (
    a.state === b.state &&
    a.phase === b.phase &&
    a.problem?.type === b.problem?.type &&
    a.problem?.status === b.problem?.status &&
    a.problem?.reason === b.problem?.reason &&
    a.problem?.message === b.problem?.message
  );
}

/** Its place in a list: what the list is sorted by, and then what differs between any two publications. */
export function sortKeyOf(
  sort: PublicationSort,
  { state, phase }: IndexedPublication,
): string {
  const { model, tenant, cluster, gateway, id } = state;
  // A space is before every character that names may have, so shorter names come first.
  const rest = `${model} ${tenant} ${cluster} ${gateway} ${id}`;
  switch (sort) {
    case 'model':
      return rest;
    case 'tenant':
      return `${tenant} ${rest}`;
    case 'type':
      return `${state.configuration.modelType} ${rest}`;
    case 'phase':
      return `${phase} ${rest}`;
    case 'createdAt':
      return `${state.createdAt} ${rest}`;
    case 'updatedAt':
      return `${state.updatedAt} ${rest}`;
    default:
      throw new Error(`Unexpected sort ${sort satisfies never}`);
  }
}

function worstOf(
  conditions: PublicationCondition[],
): PublicationCondition | undefined {
  return (
    conditions.find(({ status }) => status === 'False') ??
    conditions.find(({ status }) => status === 'Unknown')
  );
}
