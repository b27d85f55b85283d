import { ServiceUnavailableError } from '@backstage/errors';
import { setTimeout as sleep } from 'node:timers/promises';
import { KubernetesObject } from '../cluster/defineResource';
import { AiGatewayRoute } from '../cluster/resources/AiGatewayRoute';
import { AiServiceBackend } from '../cluster/resources/AiServiceBackend';
import { HttpRoute } from '../cluster/resources/HttpRoute';
import { ObservedObjects } from './ObservedObjects';

/** How long the AI Gateway is waited for, which has to release its objects; it takes some 0.2 s. */
const RELEASE_PATIENCE_MS = 3_000;
const LOOK_MS = 50;
/** When it is reminded, and how often. */
const REMINDER_MS = 500;

export function isRoute({ kind }: { kind: string }): boolean {
  return kind === HttpRoute.kind || kind === AiGatewayRoute.kind;
}

/**
 * Removes a route, and returns when it leads nowhere any more: of a route of the AI Gateway, that is when the HTTPRoute
 * is gone that was made from it. That one is deleted too, in case the AI Gateway's controller is away.
 *
 * @throws ServiceUnavailableError when something keeps it from going
 */
export async function removeRoute(
  observed: ObservedObjects,
  route: KubernetesObject,
): Promise<void> {
  const generated = observed.generatedFrom(route);
  await observed.delete(route);
  for (const object of generated) {
    await observed.delete(object);
  }
  const patience = route.kind === AiGatewayRoute.kind ? RELEASE_PATIENCE_MS : 0;
  for (const object of [route, ...generated]) {
    await untilGone(observed, object, patience);
  }
}

/**
 * Removes what a route has led to. Of the AI Gateway's objects it returns when they are gone, because its controller
 * holds them by a finalizer.
 *
 * @throws ServiceUnavailableError when something keeps it from going
 */
export async function removeObject(
  observed: ObservedObjects,
  object: KubernetesObject,
): Promise<void> {
  await observed.delete(object);
  await untilReleased(observed, object);
}

/**
 * Waits for an object of the AI Gateway that is being deleted; of other kinds, nobody holds one.
 *
 * @throws ServiceUnavailableError when something keeps it from going
 */
export async function untilReleased(
  observed: ObservedObjects,
  object: KubernetesObject,
): Promise<void> {
  if ([AiGatewayRoute.kind, AiServiceBackend.kind].includes(object.kind)) {
    await untilGone(observed, object, RELEASE_PATIENCE_MS);
  }
}

async function untilGone(
  observed: ObservedObjects,
  object: KubernetesObject,
  patience: number,
): Promise<void> {
  for (let waited = 0; await observed.exists(object); waited += LOOK_MS) {
    if (waited >= patience) {
      throw new ServiceUnavailableError(
        `${object.kind} "${object.metadata.name}" is still being removed; something holds it by a finalizer`,
      );
    }
    if (waited > 0 && waited % REMINDER_MS === 0) {
      await observed.release(object, waited / REMINDER_MS);
    }
    await sleep(LOOK_MS);
  }
}
