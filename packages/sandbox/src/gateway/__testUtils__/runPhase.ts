import { setTimeout as delay } from 'node:timers/promises';
import { ParityNames, ParityPhase } from './ParityCase';
import { drop, openConnection, ParityTarget, put } from './ParityTarget';
import { requireAnswer } from './requireAnswer';
import { requireConditions } from './requireConditions';
import { requireObject } from './requireObject';

/** Statuses are written within this time. */
const statusMs = 4_000;

/** The AI Gateway's processor reads its configuration every 5 s. */
const processorMs = 12_000;

async function within(
  timeMs: number,
  check: () => Promise<void>,
): Promise<void> {
  const deadline = Date.now() + timeMs;
  for (;;) {
    try {
      await check();
      return;
    } catch (error) {
      if (Date.now() > deadline) {
        throw error;
      }
      await delay(50);
    }
  }
}

/** Writes and removes a phase's objects, then compares conditions, objects and answers. */
export async function runPhase(
  target: ParityTarget,
  names: ParityNames,
  phase: ParityPhase,
): Promise<void> {
  for (const object of phase.remove?.(names) ?? []) {
    await drop(target, object);
  }
  for (const object of phase.apply?.(names) ?? []) {
    await put(target, object);
  }
  await delay(target.settleMs);
  for (const expected of phase.conditions?.(names) ?? []) {
    await within(statusMs, () => requireConditions(target, names, expected));
  }
  for (const expected of phase.objects?.(names) ?? []) {
    await within(statusMs, () => requireObject(target, names, expected));
  }
  const { exchanges = [] } = phase;
  const connection = openConnection();
  for (const expected of typeof exchanges === 'function'
    ? exchanges(names)
    : exchanges) {
    await within(expected.awaited ? processorMs : 0, () =>
      requireAnswer(connection, target, names, expected),
    );
  }
  connection.destroy();
}
