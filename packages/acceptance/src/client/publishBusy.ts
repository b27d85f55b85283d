import { tenantA, tenantB } from './callers';
import { callGateway, predict, SETOSA } from './gateway';
import { chat, publishChat, PublishedChat } from './publishChat';
import { publishIris, WIDE_LIMITS, withKey } from './publishIris';

/** Of the second; each round sends twice as much. */
const LIMIT = 3;

/** Publications that have met everything that dashboards and alerts look at. */
export interface BusyPublications {
  /** Of tenant-a: predictions, some of which fail; callers without a key and with another model's key. */
  iris: { id: string };
  /** Of tenant-b, with limits that are hit. */
  limited: { id: string };
  /** Of tenant-a, called by both tenants, also for streams. */
  chat: PublishedChat;
  /** Ids of the keys that are used for it. */
  keyIds: string[];
  /** Calls them in every way that is counted. Counters are seen to grow only when this comes again later. */
  call: () => Promise<void>;
}

/** Publishes models that can be called in every way that is counted. */
export async function publishBusy(): Promise<BusyPublications> {
  const iris = await publishIris();
  const limited = await publishIris(
    {
      tenantId: 'tenant-b',
      externalPath: '/models/limited-iris',
      rateLimiting: {
        ...WIDE_LIMITS,
        requestsPerMinute: 2 * LIMIT,
        burstLimit: LIMIT,
      },
    },
    tenantB,
  );
  const spoken = await publishChat({
    authentication: {
      requireApiKey: true,
      allowedTenants: ['tenant-a', 'tenant-b'],
    },
  });
  const other = await tenantB.createKey('chat', 'tenant-a', {
    tenantId: 'tenant-b',
  });
  const failing = () =>
    callGateway(`${iris.externalPath}/predict`, {
      method: 'POST',
      host: iris.publicHostname,
      headers: { ...withKey(iris.apiKey), 'x-test-status': '500' },
      body: SETOSA,
    });
  const ofB = withKey(other.apiKey ?? '');
  const kinds = [
    () => predict(iris, withKey(iris.apiKey)),
    failing,
    () => predict(iris, {}),
    () => predict(iris, withKey(spoken.apiKey)),
    () => predict(limited, withKey(limited.apiKey)),
    () => chat(spoken, withKey(spoken.apiKey)),
    () => chat(spoken, ofB),
    () => chat(spoken, ofB, { stream: true }),
  ];
  const call = async () => {
    await Promise.all(
      kinds.flatMap(send => Array.from({ length: 2 * LIMIT }, send)),
    );
  };
  const keys = await tenantA.listKeys('chat', 'tenant-a');
  const keyIds = keys.map(({ id }) => id);
  return { iris, limited, chat: spoken, keyIds, call };
}
