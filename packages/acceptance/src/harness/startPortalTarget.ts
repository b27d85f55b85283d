import { buildPortal } from './buildPortal';
import { findBrowser } from './findBrowser';
import startTarget from './startTarget';
import { BROWSER_VARIABLE } from './TargetDescription';

/** Jest's global set-up of the journeys: the system with the portal's frontend, and a browser. */
export default async function startPortalTarget(): Promise<void> {
  process.env[BROWSER_VARIABLE] = await findBrowser();
  await buildPortal(['app-config.yaml', 'app-config.identities.yaml']);
  await startTarget();
}
