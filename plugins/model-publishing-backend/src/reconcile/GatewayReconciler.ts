import { AuditorService, LoggerService } from '@backstage/backend-plugin-api';
import { PUBLICATION_LABEL } from '@inference-portal/plugin-model-publishing-common';
import {
  ActivityJournal,
  noJournal,
  SYSTEM,
} from '../activity/ActivityJournal';
import { CAPABILITIES_PATIENCE_MS } from '../capabilities/GatewayCapabilities';
import { limitSupportOf } from '../capabilities/LimitSupport';
import { GatewayProbe } from '../probe/GatewayProbe';
import { ReachabilityMonitor } from '../probe/ReachabilityMonitor';
import { neededHostnames } from '../listeners/neededHostnames';
import { nextEndOf } from '../keys/changeKeyring';
import { publicationIdInName } from '../names';
import { nextStepOfMove, servedAddresses } from '../state/addresses';
import { logFieldsOf } from '../state/logFieldsOf';
import { PublicationState } from '../state/PublicationState';
import {
  advanceMove,
  dropAbandonedReservation,
  releaseUnneededClaims,
} from './advanceMove';
import { allWatches, GatewayWatches } from './GatewayWatches';
import { PublicationWorkshop } from './PublicationWorkshop';
import { noReconcileMetrics, ReconcileMetrics } from './ReconcileMetrics';
import { ReconcileQueue } from './ReconcileQueue';
import { findOrphans, removeOrphan } from './removeOrphans';
import { removePublication } from './removePublication';
import { keepGuard } from './keepGuard';
import { servePublication } from './servePublication';

/** Queue key of the guard; no publication id begins with @. */
const GUARD = '@guard';
/** Pause between looks whether a new address answers already. */
const MOVE_LOOK_MS = 500;
const SWEEP_INTERVAL_MS = 10 * 60 * 1000;
/** A crash may leave pending keys, which are dropped after 2 min; the second sweep finds them. */
const SECOND_SWEEP_MS = 150 * 1000;

/** Something was put back that others have changed. */
const REPAIR = 'publication-repair';
/** Pause before a record that could not be written is tried again. */
const RECORD_LOOK_MS = 60_000;

export interface GatewayReconcilerOptions {
  workshop: PublicationWorkshop;
  watches: GatewayWatches;
  reachability: ReachabilityMonitor;
  probe: Pick<GatewayProbe, 'statusWithoutKey'>;
  logger: LoggerService;
  auditor: AuditorService;
  /** Told what the audit log is told. */
  activity?: ActivityJournal;
  metrics?: ReconcileMetrics;
}

/**
 * Keeps one gateway as the states of its publications say: after each change of a state, of an object of theirs or
 * of a model, at start, and every ten minutes.
 */
export class GatewayReconciler {
  readonly #options: GatewayReconcilerOptions;
  readonly #queue: ReconcileQueue;
  /** Publications that were seen in order, by the version of the state that they were in order with. */
  readonly #settled = new Map<string, string>();
  /** Publications whose record could not be written. */
  readonly #withoutRecord = new Set<string>();

  constructor(options: GatewayReconcilerOptions) {
    this.#options = options;
    const { metrics = noReconcileMetrics, workshop } = options;
    const gateway = workshop.gateway.name;
    this.#queue = new ReconcileQueue({
      reconcile: key =>
        key === GUARD
          ? metrics.measure({ gateway, subject: 'guard' }, () => this.#guard())
          : metrics.measure({ gateway, subject: 'publication' }, () =>
              this.#publication(key),
            ),
      onError: (key, error) => this.#report(key, error),
    });
    metrics.watchQueue(gateway, this.#queue);
  }

  /** Watches and repairs until the signal aborts. */
  async start(signal: AbortSignal): Promise<void> {
    const { watches } = this.#options;
    const all = allWatches(watches);
    all.forEach(watch => watch.start(signal));
    signal.addEventListener('abort', () => {
      this.#queue.stop();
      this.#options.reachability.stop();
    });
    await Promise.all(all.map(watch => watch.whenSynced()));
    await this.#learnCapabilities();
    for (const watch of all) {
      watch.onChange(({ object: { metadata } }) => {
        // By name too: whoever edits an object by hand may have removed its labels.
        const id =
          metadata.labels?.[PUBLICATION_LABEL] ??
          publicationIdInName(metadata.name);
        this.#queue.enqueue(id ?? GUARD);
      });
    }
    this.#watchListeners();
    const sweepUnlessStopped = () => void this.sweep().catch(this.#sweepFailed);
    sweepUnlessStopped();
    const timers = [
      setTimeout(sweepUnlessStopped, SECOND_SWEEP_MS),
      setInterval(sweepUnlessStopped, SWEEP_INTERVAL_MS),
    ];
    timers.forEach(timer => timer.unref());
    signal.addEventListener('abort', () =>
      timers.forEach(timer => clearTimeout(timer)),
    );
  }

  /** A publication puts its own listener back, too: the care for the guard may be waiting for something else. */
  #watchListeners(): void {
    const { watches, workshop } = this.#options;
    const { gateway, states } = workshop;
    let known = '';
    watches.gateways.onChange(({ object: { metadata, spec } }) => {
      const listeners = JSON.stringify(spec?.listeners);
      if (metadata.name === gateway.gateway && listeners !== known) {
        known = listeners;
        const needing = states
          .list()
          .filter(state => neededHostnames([state], gateway).length > 0);
        this.enqueue(needing.map(({ id }) => id));
      }
    });
  }

  /** Brings one publication in order and waits for it. */
  converge(id: string): Promise<void> {
    return this.#queue.converge(id);
  }

  /** Looks at publications again, without waiting. */
  enqueue(ids: string[]): void {
    ids.forEach(id => this.#queue.enqueue(id));
  }

  /** Looks at everything again, removes what belongs to no publication, and waits for it. */
  async sweep(): Promise<void> {
    const { workshop, logger } = this.#options;
    const keys = [GUARD, ...workshop.states.list().map(({ id }) => id)];
    // Failures are reported by the queue, which tries again by itself.
    await Promise.allSettled(
      keys.map(key => this.#queue.converge(key, { routine: true })),
    );
    for (const orphan of await findOrphans(workshop)) {
      logger.info(
        `Removing what is left of publication ${orphan.id} of model "${orphan.model}"`,
        { publication: orphan.id, gateway: workshop.gateway.name },
      );
      await removeOrphan(workshop, orphan);
    }
  }

  readonly #sweepFailed = (error: unknown) => {
    const { name } = this.#options.workshop.gateway;
    this.#options.logger.warn(
      `The sweep of gateway "${name}" did not finish: ${error}`,
      { gateway: name },
    );
  };

  /** Policies depend on them: what is known in a moment need not be written twice. */
  async #learnCapabilities(): Promise<void> {
    const { capabilities } = this.#options.workshop;
    if (capabilities.globalRateLimit() === 'unknown') {
      // A failure is reported by the queue, which tries again by itself.
      await this.#queue.converge(GUARD).catch(() => {});
      await capabilities.whenKnown(CAPABILITIES_PATIENCE_MS);
    }
  }

  async #guard(): Promise<undefined> {
    const { workshop, logger } = this.#options;
    try {
      this.enqueue(await keepGuard(workshop, logger));
    } finally {
      // Whatever OpenAI-compatible models lack must not keep the others from their limits.
      await workshop.capabilities.ensure();
    }
  }

  async #publication(
    id: string,
  ): Promise<{ lookAgainInMs?: number } | undefined> {
    const { workshop } = this.#options;
    const known = workshop.states.seen(id);
    const state = known && (await workshop.states.read(known));
    if (!state) {
      this.#forget(id);
      return undefined;
    }
    switch (state.intent) {
      case 'deleting':
        await removePublication(workshop, state);
        this.#forget(id);
        return undefined;
      case 'serving':
      case 'moving':
        return this.#untilNextStep(await this.#serve(state));
      default:
        throw new Error(`Unexpected intent ${state.intent satisfies never}`);
    }
  }

  /**
   * Keys that end by themselves and moves are looked at again when their time has come; a restart begins with a look.
   */
  #untilNextStep({ id, keyring, retiring, reservation }: PublicationState) {
    const isAwaitingAnswer = retiring.some(
      ({ endsAt }) => endsAt === undefined,
    );
    const now = this.#options.workshop.clock().getTime();
    const steps = [
      nextEndOf(keyring)?.getTime(),
      nextStepOfMove({ retiring, reservation })?.getTime(),
      isAwaitingAnswer ? now + MOVE_LOOK_MS : undefined,
      this.#withoutRecord.has(id) ? now + RECORD_LOOK_MS : undefined,
    ].filter(step => step !== undefined);
    return steps.length > 0
      ? { lookAgainInMs: Math.max(Math.min(...steps) - now, 0) }
      : undefined;
  }

  #forget(id: string): void {
    this.#settled.delete(id);
    this.#withoutRecord.delete(id);
    this.#options.reachability.forget(id);
  }

  async #serve(found: PublicationState): Promise<PublicationState> {
    const {
      reachability,
      logger,
      auditor,
      activity = noJournal,
    } = this.#options;
    const now = this.#options.workshop.clock();
    // One time for the whole run: what was rendered as going on must not be forgotten as ended in the same breath.
    const workshop = { ...this.#options.workshop, clock: () => now };
    const state = await dropAbandonedReservation(workshop, found);
    const written = await servePublication(workshop, state);
    if (workshop.listeners.isOutdated()) {
      this.#queue.enqueue(GUARD);
    }
    await this.#writeRecord(state);
    const version = this.#versionOf(state, now);
    const wasSettled = this.#settled.get(state.id) === version;
    this.#settled.set(state.id, version);
    if (!wasSettled || written.length > 0) {
      reachability.watch(state.id, state);
    }
    if (wasSettled && written.length > 0) {
      const objects = written.map(
        ({ kind, metadata }) => `${kind}/${metadata.name}`,
      );
      logger.info(
        `Put back ${objects.join(', ')} of published model "${state.model}"`,
        logFieldsOf(state),
      );
      const event = await auditor.createEvent({
        eventId: REPAIR,
        severityLevel: 'medium',
        meta: {
          publication: state.id,
          model: state.model,
          tenant: state.tenant,
          objects,
        },
      });
      await event.success();
      activity.note({
        uid: state.uid,
        action: REPAIR,
        actor: SYSTEM,
        outcome: 'success',
        details: { objects },
      });
    }
    const advanced = await advanceMove(
      { ...workshop, probe: this.#options.probe },
      state,
    );
    await releaseUnneededClaims(workshop, advanced);
    return advanced;
  }

  /**
   * The record is the tenant's: it may make it immutable, or have no room for it. That must not keep anything else from
   * being brought in order, so it comes last, and failing is tried again later.
   */
  async #writeRecord(state: PublicationState): Promise<void> {
    const { workshop, logger } = this.#options;
    try {
      await workshop.records(state.tenant).write(state);
      this.#withoutRecord.delete(state.id);
    } catch (error) {
      if (!this.#withoutRecord.has(state.id)) {
        logger.warn(
          `The record of published model "${state.model}" in tenant "${state.tenant}" cannot be written, trying again every minute: ${error}`,
          logFieldsOf(state),
        );
      }
      this.#withoutRecord.add(state.id);
    }
  }

  #report(key: string, error: unknown): void {
    const { workshop, logger } = this.#options;
    const { gateway, states } = workshop;
    const state = states.seen(key);
    const what =
      key === GUARD
        ? `The guard of gateway "${gateway.name}"`
        : `Publication ${key}`;
    logger.warn(
      `${what} could not be brought in order, trying again: ${error}`,
      state ? logFieldsOf(state) : { gateway: gateway.name },
    );
  }

  /** Differs when other objects are to be there. */
  #versionOf(state: PublicationState, now: Date): string {
    const addresses = servedAddresses(state, now);
    const support = limitSupportOf(this.#options.workshop);
    return JSON.stringify([state.updatedAt, addresses, support]);
  }
}
