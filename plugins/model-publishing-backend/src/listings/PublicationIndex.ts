import { setImmediate as nextTurn } from 'node:timers/promises';
import { GatewayRuntime } from '../reconcile/GatewayRuntime';
import { IndexedPublication, isSame, look, unseen } from './IndexedPublication';
import { CountedPublications, PublicationCounts } from './PublicationCounts';
import { SortedView, SortedViewOptions } from './SortedView';

/** Lists that are kept sorted, besides the one that is asked for. The one that was not asked for longest goes first. */
const KEPT_VIEWS = 32;
/** How many are looked at before others get their turn; a look takes some tenths of a millisecond. */
const LOOKS_PER_TURN = 10;
/** One change seldom comes alone. */
const LOOK_AFTER_MS = 250;

/** A list of publications. The same key must always stand for the same order and condition. */
export interface ViewRequest extends SortedViewOptions<IndexedPublication> {
  key: string;
}

/**
 * All publications of all gateways, as the watches have seen them last, in as many orders as are asked for. A change
 * costs a search in each list that is kept, a page costs nothing but itself; nothing here makes a call.
 *
 * What is seen of a publication besides its state (phase and problem) takes a look at all of its objects, once after
 * each change: when a page shows it, and otherwise soon, a few at a time.
 */
export class PublicationIndex {
  readonly #publications = new Map<string, IndexedPublication>();
  /** Publications of which something has changed since they were looked at. */
  readonly #outdated = new Set<string>();
  readonly #views = new Map<string, SortedView<IndexedPublication>>();
  readonly #counts = new PublicationCounts();
  readonly #listeners: Array<(publication: IndexedPublication) => void> = [];
  #timer: NodeJS.Timeout | undefined;

  constructor(gateways: GatewayRuntime[]) {
    for (const runtime of gateways) {
      runtime.states.list().forEach(({ id }) => this.#take(runtime, id));
      runtime.onSeen(id =>
        id === undefined ? this.#takeAll(runtime) : this.#take(runtime, id),
      );
    }
  }

  /**
   * Looks at everything that has changed. To be called before a view whose order or condition depends on phases.
   * Requests that need no such view go on meanwhile.
   */
  async lookAtChanges(): Promise<void> {
    let looks = 0;
    for (const key of [...this.#outdated]) {
      this.#lookAt(key);
      looks++;
      if (looks % LOOKS_PER_TURN === 0) {
        await nextTurn();
      }
    }
  }

  /** Publications in order. The array changes with them: take what you need from it at once. */
  view(request: ViewRequest): IndexedPublication[] {
    const { key } = request;
    const view =
      this.#views.get(key) ??
      new SortedView(this.#publications.values(), request);
    this.#views.delete(key);
    this.#views.set(key, view);
    const [oldest] = this.#views.keys();
    if (this.#views.size > KEPT_VIEWS && oldest !== undefined) {
      this.#views.delete(oldest);
    }
    return view.items;
  }

  /** How many there are of each kind; costs nothing but the answer. */
  counts(): CountedPublications[] {
    return this.#counts.list();
  }

  /** Tells when a publication is in another phase than it was. */
  onPhase(listener: (publication: IndexedPublication) => void): void {
    this.#listeners.push(listener);
  }

  /** A publication from a view with what is seen of it now. */
  upToDate(publication: IndexedPublication): IndexedPublication {
    const key = keyOf(publication.runtime, publication.state.id);
    this.#lookAt(key);
    return this.#publications.get(key) ?? publication;
  }

  #takeAll(runtime: GatewayRuntime): void {
    runtime.states.list().forEach(({ id }) => this.#take(runtime, id));
  }

  #take(runtime: GatewayRuntime, id: string): void {
    const key = keyOf(runtime, id);
    const state = runtime.states.seen(id);
    const known = this.#publications.get(key);
    if (!state) {
      this.#outdated.delete(key);
      this.#put(key, undefined);
      return;
    }
    this.#outdated.add(key);
    this.#lookSoon();
    if (!known) {
      this.#put(key, unseen(runtime, state));
    } else if (known.state !== state) {
      this.#put(key, { ...known, state });
    }
  }

  #lookSoon(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      void this.lookAtChanges();
    }, LOOK_AFTER_MS).unref();
  }

  #lookAt(key: string): void {
    const known = this.#publications.get(key);
    if (!known || !this.#outdated.has(key)) {
      return;
    }
    const seen = look(known.runtime, known.state);
    if (seen) {
      this.#outdated.delete(key);
    }
    this.#put(key, seen ?? unseen(known.runtime, known.state));
  }

  #put(key: string, publication: IndexedPublication | undefined): void {
    const known = this.#publications.get(key);
    if (known && publication && isSame(known, publication)) {
      return;
    }
    if (publication) {
      this.#publications.set(key, publication);
    } else {
      this.#publications.delete(key);
    }
    this.#counts.replace(known, publication);
    this.#views.forEach(view => view.replace(known, publication));
    if (publication && publication.phase !== known?.phase) {
      this.#listeners.forEach(listener => listener(publication));
    }
  }
}

function keyOf({ gateway }: GatewayRuntime, id: string): string {
  return `${gateway.name} ${id}`;
}
