import { eventually } from '../client/eventually';
import { predict, readMetadata } from '../client/gateway';
import { KeylessTraffic } from '../client/keylessTraffic';
import { PublishedIris, withKey } from '../client/publishIris';

/** Objects changed by hand are put back within this time. */
export const REPAIR_MS = 10_000;

/** The model answers its key holder, and nobody else did in the meantime. */
export async function expectWhole(
  iris: PublishedIris,
  traffic: KeylessTraffic,
): Promise<void> {
  await eventually(
    async () => {
      expect((await predict(iris, withKey(iris.apiKey))).status).toBe(200);
      expect((await readMetadata(iris)).status).toBe(401);
    },
    { withinMs: REPAIR_MS },
  );
  const statuses = await traffic.stop();
  expect(statuses).not.toContain(200);
}
