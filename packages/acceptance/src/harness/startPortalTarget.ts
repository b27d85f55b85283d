import { buildPortal } from './buildPortal';
import { findBrowser } from './findBrowser';
import startTarget from './startTarget';

/** Carries the browser's path from Jest's global set-up to the journeys. */
export const BROWSER_VARIABLE = 'ACCEPTANCE_BROWSER';

/** Jest's global set-up of the journeys: the system with the portal's frontend, and a browser. */
export default async function startPortalTarget(): Promise<void> {
  process.env[BROWSER_VARIABLE] = await findBrowser();
  await buildPortal(['app-config.yaml', 'app-config.identities.yaml']);
  await startTarget();
}
