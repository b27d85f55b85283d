import { rmSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './ServiceProcess';
import stopTarget from './stopTarget';

/** Jest's global tear-down of the journeys. */
export default async function stopPortalTarget(): Promise<void> {
  await stopTarget();
  // Backends would go on serving this build beside the development server.
  rmSync(path.join(ROOT, 'packages/app/dist'), {
    recursive: true,
    force: true,
  });
}
