import { addPendingKey } from '../keys/changeKeyring';
import { CONSOLE_KEY_LIFE_MS, usableConsoleKey } from '../keys/consoleKeys';
import { SecretText } from '../keys/SecretText';
import { Caller } from '../tenancy/Caller';
import { bringIntoForce, makeKey } from './issuance';
import { FoundPublication } from './PublicationDirectory';
import { requireRoom } from './requireRoom';
import { UseCaseDependencies } from './UseCaseDependencies';

/** Whose key is wanted, and for which publication. */
export interface ConsoleKeyOrder extends FoundPublication {
  caller: Caller;
  /** The consumer tenant. */
  tenant: string;
}

/**
 * Gives out the keys of the test console: for each tenant one to a publication, so that its limits hold and its usage is
 * counted whoever of it tries the model out. A key is issued when it is needed and used until shortly before its end.
 */
export class ConsoleKeys {
  readonly #deps: UseCaseDependencies;
  /** Being issued by this replica, by publication and tenant. */
  readonly #issuing = new Map<string, Promise<SecretText>>();

  constructor(deps: UseCaseDependencies) {
    this.#deps = deps;
  }

  /**
   * The tenant's key as the gateway has it.
   *
   * @throws ConflictError when the gateway has no room for it, or the publication is being taken away
   */
  async keyFor(order: ConsoleKeyOrder): Promise<SecretText> {
    const { runtime, state, tenant } = order;
    const { clock } = this.#deps;
    const record = usableConsoleKey(state.keyring, tenant, clock());
    const present = record && (await runtime.credentials.read(state, record));
    return present ?? this.#issueOnce(order);
  }

  #issueOnce(order: ConsoleKeyOrder): Promise<SecretText> {
    const place = `${order.state.uid} ${order.tenant}`;
    const running = this.#issuing.get(place);
    if (running) {
      return running;
    }
    const issued = this.#issue(order).finally(() =>
      this.#issuing.delete(place),
    );
    this.#issuing.set(place, issued);
    return issued;
  }

  async #issue({
    runtime,
    state,
    caller,
    tenant,
  }: ConsoleKeyOrder): Promise<SecretText> {
    const end = this.#deps.clock().getTime() + CONSOLE_KEY_LIFE_MS;
    const key = makeKey(this.#deps, {
      caller,
      tenant,
      expiresAt: new Date(end).toISOString(),
      purpose: 'console',
    });
    requireRoom(runtime, addPendingKey(state, key.record), 'added');
    const issued = await bringIntoForce(this.#deps, runtime, state, key);
    await runtime.probe.untilAccepted(issued, key.value);
    // So that its end is seen to.
    await runtime.converge(state.id);
    return key.value;
  }
}
