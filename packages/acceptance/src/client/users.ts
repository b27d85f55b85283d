import { z } from 'zod';
import { eventually } from './eventually';
import { PortalClient } from './PortalClient';
import { target } from './target';

const sessionSchema = z.object({
  backstageIdentity: z.object({ token: z.string() }),
});

/** After a start the catalog takes a while to read the users. */
const CATALOG_MS = 90_000;

/** A person who has signed in (examples/org.yaml), as the portal's pages would call the API. */
export function signedIn(user: string): Promise<PortalClient> {
  return eventually(() => signIn(user), { withinMs: CATALOG_MS });
}

async function signIn(user: string): Promise<PortalClient> {
  const response = await fetch(`${target.portalUrl}/api/auth/sandbox/refresh`, {
    headers: {
      'x-sandbox-user': `user:default/${user}`,
      'X-Requested-With': 'XMLHttpRequest',
    },
  });
  if (!response.ok) {
    throw new Error(`${user} cannot sign in: ${await response.text()}`);
  }
  const { backstageIdentity } = sessionSchema.parse(await response.json());
  return new PortalClient(backstageIdentity.token);
}
