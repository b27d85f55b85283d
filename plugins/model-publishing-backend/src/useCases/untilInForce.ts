import { SecretText } from '../keys/SecretText';
import { GatewayRuntime } from '../reconcile/GatewayRuntime';
import { PublicationState } from '../state/PublicationState';

/**
 * Waits until a publication answers as it should at its present address. Its objects must have been written.
 *
 * @param key - one that it must take; undefined: none is looked at
 * @returns false when it was not seen to do so in time
 */
export async function untilInForce(
  runtime: Pick<GatewayRuntime, 'probe' | 'canary'>,
  state: PublicationState,
  key?: SecretText,
): Promise<boolean> {
  const { probe } = runtime;
  const [served, known] = await Promise.all([
    key ? probe.untilAccepted(state, key) : probe.untilServed(state),
    untilKnown(runtime, state),
  ]);
  return served && known;
}

/** Envoy learns of a route in a moment; the AI Gateway's processor, which knows the models, some seconds later. */
async function untilKnown(
  { canary }: Pick<GatewayRuntime, 'canary'>,
  { configuration }: PublicationState,
): Promise<boolean> {
  if (configuration.modelType !== 'openai') {
    return true;
  }
  try {
    return await canary.untilLoaded(await canary.mark());
  } catch {
    // The model is published all the same; that nobody has seen it answer is what the caller is told.
    return false;
  }
}
