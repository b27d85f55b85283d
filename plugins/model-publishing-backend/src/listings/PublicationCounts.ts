import {
  ModelType,
  Phase,
} from '@inference-portal/plugin-model-publishing-common';
import { IndexedPublication } from './IndexedPublication';

/** How many publications of one kind there are. */
export interface CountedPublications {
  gateway: string;
  cluster: string;
  modelType: ModelType;
  phase: Phase;
  count: number;
}

/** Counts publications as they come and go. A kind that was there once is counted as 0 later, not left out. */
export class PublicationCounts {
  readonly #counts = new Map<string, CountedPublications>();

  /** Takes in that one publication has come, gone, or given way to another. */
  replace(
    before: IndexedPublication | undefined,
    after: IndexedPublication | undefined,
  ): void {
    this.#add(before, -1);
    this.#add(after, 1);
  }

  list(): CountedPublications[] {
    return [...this.#counts.values()];
  }

  #add(publication: IndexedPublication | undefined, difference: number): void {
    if (!publication) {
      return;
    }
    const { phase, state } = publication;
    const { gateway, cluster, configuration } = state;
    const { modelType } = configuration;
    const key = [gateway, cluster, modelType, phase].join(' ');
    const count = (this.#counts.get(key)?.count ?? 0) + difference;
    this.#counts.set(key, { gateway, cluster, modelType, phase, count });
  }
}
