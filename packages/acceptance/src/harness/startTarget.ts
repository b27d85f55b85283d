import { runTarget, RunningTarget } from './RunningTarget';
import { TARGET_VARIABLE } from './TargetDescription';

declare global {
  // Jest's set-up and tear-down share nothing but the global object.
  // eslint-disable-next-line no-var
  var acceptanceTarget: RunningTarget | undefined;
}

/** Jest's global set-up: one system for the whole run. */
export default async function startTarget(): Promise<void> {
  const target = await runTarget();
  globalThis.acceptanceTarget = target;
  process.env[TARGET_VARIABLE] = JSON.stringify(target.description);
}
