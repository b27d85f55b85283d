import { isDeepStrictEqual } from 'node:util';
import { Verdict } from '../conditions/Verdict';
import { GatewayProbe, ProbedPublication, ProbedStatus } from './GatewayProbe';

/** First look after a change, and the pauses after looks that found something wrong, in milliseconds. */
const LOOK_AFTER_MS = [1_000, 2_000, 5_000, 15_000];
/** Pause between looks when all is well. */
const ROUTINE_MS = 10 * 60 * 1000;

interface Watched {
  id: string;
  publication: ProbedPublication;
  verdict?: Verdict;
  looks: number;
  timer?: NodeJS.Timeout;
}

/**
 * Looks at published models from outside without a key: after each change, and every ten minutes. A model that
 * answers anything but "bring a key" is not as the screen says.
 */
export class ReachabilityMonitor {
  readonly #probe: Pick<GatewayProbe, 'statusWithoutKey'>;
  readonly #watched = new Map<string, Watched>();
  #listener: (id: string) => void = () => {};

  constructor(probe: Pick<GatewayProbe, 'statusWithoutKey'>) {
    this.#probe = probe;
  }

  /** What the last look found; undefined when nobody has looked yet. */
  verdictOf(id: string): Verdict | undefined {
    return this.#watched.get(id)?.verdict;
  }

  /** Tells of each publication whose verdict is another one now. */
  onVerdict(listener: (id: string) => void): void {
    this.#listener = listener;
  }

  /** Looks soon, because something has changed. */
  watch(id: string, publication: ProbedPublication): void {
    const known = this.#watched.get(id);
    clearTimeout(known?.timer);
    const watched: Watched = {
      id,
      publication,
      verdict: known?.verdict,
      looks: 0,
    };
    this.#watched.set(id, watched);
    this.#schedule(watched);
  }

  forget(id: string): void {
    clearTimeout(this.#watched.get(id)?.timer);
    this.#watched.delete(id);
  }

  stop(): void {
    [...this.#watched.keys()].forEach(id => this.forget(id));
  }

  #schedule(watched: Watched): void {
    const isWell = watched.verdict?.status === 'True' && watched.looks > 0;
    const pause = isWell
      ? ROUTINE_MS
      : LOOK_AFTER_MS[watched.looks] ?? ROUTINE_MS;
    watched.timer = setTimeout(() => void this.#look(watched), pause);
    watched.timer.unref();
  }

  async #look(watched: Watched): Promise<void> {
    watched.looks++;
    const before = watched.verdict;
    watched.verdict = verdictOn(
      await this.#probe.statusWithoutKey(watched.publication),
      watched.publication.configuration.authentication,
    );
    if (this.#watched.get(watched.id) === watched) {
      this.#schedule(watched);
      if (!isDeepStrictEqual(before, watched.verdict)) {
        this.#listener(watched.id);
      }
    }
  }
}

/** @param status - undefined: the gateway could not be reached from here */
export function verdictOn(
  status: ProbedStatus,
  { requireApiKey }: { requireApiKey: boolean },
): Verdict {
  if (status === undefined) {
    return {
      status: 'Unknown',
      reason: 'GatewayUnreachable',
      message: 'The portal cannot reach the gateway; clients may',
    };
  }
  if (typeof status === 'object') {
    return {
      status: 'False',
      reason: 'CertificateRefused',
      message: `The portal does not trust the certificate that the gateway shows for this hostname (${status.refusedCertificate})`,
    };
  }
  if (status === 401 && requireApiKey) {
    return {
      status: 'True',
      reason: 'Guarded',
      message: 'The address answers and asks for a key',
    };
  }
  if (status < 400 && !requireApiKey) {
    return {
      status: 'True',
      reason: 'Public',
      message: 'The address answers to everybody, as it should',
    };
  }
  if (status < 400) {
    return {
      status: 'False',
      reason: 'OpenToEverybody',
      message: `The address answers ${status} without a key`,
    };
  }
  return {
    status: 'False',
    reason: 'NotServed',
    message: `The address answers ${status} instead of ${
      requireApiKey ? 'asking for a key' : 'serving the model'
    }`,
  };
}
