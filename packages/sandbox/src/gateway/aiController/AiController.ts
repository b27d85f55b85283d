import { ObjectStore } from '../../kubernetes/ObjectStore';
import { AiModel } from '../dataPlane/aiProcessor/AiModel';
import { keyOf } from '../resources/metadata';
import { aiModelsOf } from './aiModelsOf';
import { holdFinalizer } from './holdFinalizer';
import { AiObjects, readAiObjects } from './readAiObjects';
import { reconcileRoute } from './reconcileRoute';
import { Acceptance, reportAcceptance } from './reportAcceptance';
import { routesTouchedBy } from './routesTouchedBy';

/** How long changes are collected before they are looked at together. */
const settleMs = 20;

/** What an embedded AI Gateway is made of. */
export interface AiControllerOptions {
  readonly store: ObjectStore;
  /** Unix milliseconds. */
  readonly clock: () => number;
}

/**
 * The controller of Envoy AI Gateway 1.0: makes HTTPRoutes of AIGatewayRoutes, mends them when somebody changes them,
 * and writes the statuses of its kinds.
 */
export class AiController {
  readonly #touched = new Set<string>();
  #models: readonly AiModel[] = [];
  #pending: NodeJS.Timeout | undefined;
  #unsubscribe: (() => void) | undefined;

  constructor(private readonly options: AiControllerOptions) {}

  start(): void {
    this.#read().routes.forEach(route => this.#touched.add(keyOf(route)));
    this.#reconcile();
    this.#unsubscribe = this.options.store.subscribe(change => {
      if (change.resource.kind === 'AIServiceBackend') {
        this.#schedule();
      }
      for (const route of routesTouchedBy(change, () => this.#read().routes)) {
        this.#touched.add(route);
        this.#schedule();
      }
    });
  }

  close(): void {
    this.#unsubscribe?.();
    clearTimeout(this.#pending);
  }

  /** What the external processor is to know. */
  models(): readonly AiModel[] {
    return this.#models;
  }

  #schedule(): void {
    this.#pending ??= setTimeout(() => {
      this.#pending = undefined;
      this.#reconcile();
    }, settleMs);
  }

  #read(): AiObjects {
    const { store } = this.options;
    return readAiObjects((plural, group) => store.list(plural, group));
  }

  #reconcile(): void {
    for (const { metadata } of this.#read().backends.values()) {
      const message = 'AIServiceBackend reconciled successfully';
      this.#settle('aiservicebackends', metadata, () => ({ message }));
    }
    const objects = this.#read();
    const touched = objects.routes.filter(route =>
      this.#touched.has(keyOf(route)),
    );
    if (this.#touched.size > 0) {
      this.#models = aiModelsOf(objects);
    }
    this.#touched.clear();
    for (const route of touched) {
      this.#settle('aigatewayroutes', route.metadata, () =>
        reconcileRoute(route, objects, this.options.store),
      );
    }
  }

  /** Lets an object go that is being deleted, with which goes what it owns; else sees to it, and says how that went. */
  #settle(
    plural: string,
    { namespace, name }: { namespace: string; name: string },
    reconcile: () => Acceptance,
  ): void {
    const { store, clock } = this.options;
    const key = { plural, namespace, name };
    if (holdFinalizer(store, key)) {
      reportAcceptance(store, key, reconcile(), clock());
    }
  }
}
