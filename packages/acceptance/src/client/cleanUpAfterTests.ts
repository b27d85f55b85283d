import { admin } from './callers';
import { eventually } from './eventually';
import { stopKeylessTraffic } from './keylessTraffic';

async function unpublishEverything(): Promise<void> {
  for (const { modelName, tenantId } of await admin.list()) {
    await admin.unpublish(modelName, tenantId);
  }
  const left = await admin.list();
  if (left.length > 0) {
    throw new Error(`${left.length} published models are left after a test`);
  }
}

// An aborted run on a cluster leaves its publications behind.
beforeAll(() => eventually(unpublishEverything));
afterEach(async () => {
  await stopKeylessTraffic();
  await eventually(unpublishEverything);
});
