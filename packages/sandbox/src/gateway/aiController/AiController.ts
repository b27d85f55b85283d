import { isDeepStrictEqual } from 'node:util';
import { ObjectStore } from '../../kubernetes/ObjectStore';
import { AiModel } from '../dataPlane/aiProcessor/AiModel';
import { AiGatewayRoute } from '../resources/AiGatewayRoute';
import { withTransitionTimes } from '../status/withTransitionTimes';
import { aiModelsOf } from './aiModelsOf';
import { generateRoute } from './generateRoute';
import { AiObjects, missingBackendOf, readAiObjects } from './readAiObjects';

const finalizer = 'aigateway.envoyproxy.io/finalizer';
const manager = 'aigw-controller';
const group = 'aigateway.envoyproxy.io';

/** How long changes are collected before they are looked at together. */
const settleMs = 20;

const watched = new Set([
  'AIGatewayRoute',
  'AIServiceBackend',
  'Gateway',
  'HTTPRoute',
  'HTTPRouteFilter',
]);

/** What an embedded AI Gateway is made of. */
export interface AiControllerOptions {
  readonly store: ObjectStore;
  /** Unix milliseconds. */
  readonly clock: () => number;
}

/**
 * The controller of Envoy AI Gateway 1.0: makes HTTPRoutes of AIGatewayRoutes, mends them when somebody changes them,
 * and writes the statuses of its kinds, which have no `observedGeneration` (stack-proof 8).
 */
export class AiController {
  #pending: NodeJS.Timeout | undefined;
  #unsubscribe: (() => void) | undefined;

  constructor(private readonly options: AiControllerOptions) {}

  start(): void {
    this.#reconcile();
    this.#unsubscribe = this.options.store.subscribe(({ resource }) => {
      if (watched.has(resource.kind)) {
        this.#pending ??= setTimeout(() => {
          this.#pending = undefined;
          this.#reconcile();
        }, settleMs);
      }
    });
  }

  close(): void {
    this.#unsubscribe?.();
    clearTimeout(this.#pending);
  }

  /** What the external processor is to know. */
  models(): AiModel[] {
    return aiModelsOf(this.#read());
  }

  #read(): AiObjects {
    const { store } = this.options;
    return readAiObjects((plural, ofGroup) => store.list(plural, ofGroup));
  }

  #reconcile(): void {
    const objects = this.#read();
    for (const { metadata } of objects.backends.values()) {
      this.#report('aiservicebackends', metadata, {
        message: 'AIServiceBackend reconciled successfully',
      });
    }
    objects.routes.forEach(route => this.#reconcileRoute(route, objects));
  }

  #reconcileRoute(route: AiGatewayRoute, objects: AiObjects): void {
    const { store } = this.options;
    const { namespace, name, finalizers, deletionTimestamp } = route.metadata;
    const others = finalizers.filter(each => each !== finalizer);
    const live = store.get('aigatewayroutes', group, namespace, name);
    if (!live) {
      return;
    }
    if (deletionTimestamp) {
      this.#setFinalizers(live, others);
      return;
    }
    this.#setFinalizers(live, [...others, finalizer]);
    const missing = missingBackendOf(route, objects);
    if (missing === undefined) {
      generateRoute(route, objects).forEach(object =>
        store.write(object, manager),
      );
    }
    this.#report('aigatewayroutes', route.metadata, {
      problem:
        missing === undefined
          ? this.#missingGateway(route)
          : `failed to construct a new HTTPRoute: failed to get AIServiceBackend ${missing}.${namespace}: AIServiceBackend ${missing}.${namespace} not found`,
      message: 'AI Gateway Route reconciled successfully',
    });
  }

  #missingGateway({ metadata, spec }: AiGatewayRoute): string | undefined {
    const { store } = this.options;
    const { namespace } = metadata;
    const absent = spec.parentRefs.find(
      ({ name }) =>
        !store.get('gateways', 'gateway.networking.k8s.io', namespace, name),
    );
    return (
      absent &&
      `failed to sync gw pods: gateway ${namespace}/${absent.name} not found: Gateway.gateway.networking.k8s.io "${absent.name}" not found`
    );
  }

  #setFinalizers(
    live: NonNullable<ReturnType<ObjectStore['get']>>,
    finalizers: string[],
  ): void {
    if (!isDeepStrictEqual(live.metadata.finalizers ?? [], finalizers)) {
      const metadata = { ...live.metadata, finalizers };
      this.options.store.write({ ...live, metadata }, manager);
    }
  }

  #report(
    plural: string,
    { namespace, name }: { namespace: string; name: string },
    { problem, message }: { problem?: string; message: string },
  ): void {
    const { store, clock } = this.options;
    const condition =
      problem === undefined
        ? {
            type: 'Accepted',
            status: 'True',
            reason: 'ReconciliationSucceeded',
            message,
          }
        : {
            type: 'NotAccepted',
            status: 'False',
            reason: 'ReconciliationFailed',
            message: problem,
          };
    const now = new Date(clock()).toISOString().replace(/\.\d+Z$/, 'Z');
    const previous = store.get(plural, group, namespace, name)?.status;
    const status = withTransitionTimes(
      { conditions: [condition] },
      previous,
      now,
    );
    store.writeStatus({ plural, group, namespace, name }, status, manager);
  }
}
