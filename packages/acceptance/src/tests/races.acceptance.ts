import { admin, tenantA, tenantB } from '../client/callers';
import { predict } from '../client/gateway';
import { WIDE_LIMITS, withKey } from '../client/publishIris';
import { hostnames } from '../client/target';

const ROUNDS = 20;
const TEST_MS = 120_000;

describe('two tenants that want one address at the same moment', () => {
  it(
    `get it to one of them, ${ROUNDS} times`,
    async () => {
      for (let round = 0; round < ROUNDS; round++) {
        const address = {
          publicHostname: hostnames.usual,
          externalPath: `/models/contested-${round}`,
        };
        const answers = await Promise.all(
          [
            { caller: tenantA, tenantId: 'tenant-a' },
            { caller: tenantB, tenantId: 'tenant-b' },
          ].map(({ caller, tenantId }) =>
            caller.send('POST', '/models/iris/publish', {
              config: { tenantId, ...address, rateLimiting: WIDE_LIMITS },
            }),
          ),
        );
        const statuses = answers.map(({ status }) => status).sort();
        expect({ round, statuses }).toEqual({ round, statuses: [201, 409] });
        const [published] = await admin.list();
        expect(published?.externalPath).toBe(address.externalPath);
        const winner = answers.find(({ status }) => status === 201);
        const { apiKey } = winner?.body as { apiKey: string };
        expect((await predict(address, withKey(apiKey))).status).toBe(200);
        await admin.unpublish('iris', String(published?.tenantId));
      }
    },
    TEST_MS,
  );
});
