import {
  aMemberOf,
  agreeingProbe,
  aPortal,
  seedModel,
} from '../__testUtils__/aPortal';
import { aGateway } from '../__testUtils__/builders';
import { FakeCluster } from '../__testUtils__/FakeCluster';
import { ModelPublishingConfig } from '../config/ModelPublishingConfig';

const owner = aMemberOf('a');
const chat = { model: 'chat', tenant: 'tenant-a' };
const openai = { tenantId: 'tenant-a', modelType: 'openai' as const };

/** A portal with the models chat and other, of which chat is published. */
async function aPublishedChat(config: Partial<ModelPublishingConfig> = {}) {
  const cluster = new FakeCluster();
  seedModel(cluster, 'tenant-a', 'chat');
  seedModel(cluster, 'tenant-a', 'other');
  const portal = await aPortal(cluster, undefined, agreeingProbe, config);
  const published = await portal.useCases.publish(owner, 'chat', openai);
  const shard = {
    namespace: 'model-gateway',
    name: `model-publishing-keys-models-${published.id.slice(0, 1)}`,
  };
  const clientId = `${published.id}.tenant-a.${published.apiKeyId}`;
  return {
    ...portal,
    cluster,
    published,
    clientId,
    shard,
    entries: () =>
      Object.keys(
        cluster.objects.get(`Secret/model-gateway/${shard.name}`)?.data ?? {},
      ),
    /** Writes entries by hand. */
    write: (data: Record<string, string>) => {
      const secret = cluster.objects.get(`Secret/model-gateway/${shard.name}`);
      if (secret) {
        cluster.store('MODIFIED', {
          ...secret,
          data: { ...secret.data, ...data },
        });
      }
    },
  };
}

describe('an OpenAI-compatible publication', () => {
  it('has its key in the shard of its id, and routes of the AI Gateway', async () => {
    const { fleet, cluster, published, entries, clientId } =
      await aPublishedChat();
    fleet.stop();
    expect(published).toMatchObject({
      externalPath: '/v1/models/chat',
      openai: { model: 'chat' },
      effective: 'now',
    });
    expect(entries()).toEqual(['_sentinel', clientId]);
    expect(
      cluster.namesOfPublications('AIGatewayRoute', 'AIServiceBackend'),
    ).toHaveLength(2);
  });

  it('closes the list of models of its hostname before it has a route, until it is gone', async () => {
    const { useCases, fleet, cluster } = await aPublishedChat();
    const closing = () =>
      cluster
        .names('HTTPRoute')
        .filter(name => /guard-models-[0-9a-f]{16}$/.test(name));
    const writes = cluster.writes.filter(write => /Route\//.test(write));
    const firstOf = (pattern: RegExp) =>
      writes.findIndex(write => pattern.test(write));
    expect(firstOf(/guard-models-[0-9a-f]{16}$/)).toBeLessThan(
      firstOf(/AIGatewayRoute\/published-model/),
    );
    expect(closing()).toHaveLength(1);
    await useCases.unpublish(owner, chat);
    await fleet.settle();
    fleet.stop();
    expect(closing()).toEqual([]);
  });

  it('leaves nothing behind', async () => {
    const { useCases, fleet, cluster, entries } = await aPublishedChat();
    await useCases.unpublish(owner, chat);
    fleet.stop();
    expect(
      cluster
        .namesOfPublications()
        .filter(name => !/^(InferenceService|Service)\//.test(name)),
    ).toEqual([]);
    expect(entries()).toEqual(['_sentinel']);
  });

  it('is unpublished only when the AI Gateway has let its backend go', async () => {
    const { useCases, fleet, cluster, client } = await aPublishedChat();
    const remove = client.delete.bind(client);
    const held = jest.fn(async (...call: Parameters<typeof remove>) => {
      const [resource] = call;
      if (resource.kind !== 'AIServiceBackend') {
        return remove(...call);
      }
      setTimeout(() => remove(...call), 100);
      return true;
    });
    Object.assign(client, { delete: held });
    const { phase } = await useCases.unpublish(owner, chat);
    const left = cluster.namesOfPublications('AIServiceBackend');
    fleet.stop();
    expect({ phase, left }).toEqual({ phase: 'Unpublished', left: [] });
  });

  it.each(['AIServiceBackend', 'AIGatewayRoute'] as const)(
    'reminds the AI Gateway of a %s that it has failed to let go, and is unpublished all the same',
    async kind => {
      const { useCases, fleet, cluster, client } = await aPublishedChat();
      const remove = client.delete.bind(client);
      const apply = client.apply.bind(client);
      let release = () => {};
      Object.assign(client, {
        delete: async (...call: Parameters<typeof remove>) => {
          if (call[0].kind !== kind) {
            return remove(...call);
          }
          release = () => void remove(...call);
          return true;
        },
        // The controller looks at changes of the spec.
        apply: async (...call: Parameters<typeof apply>) => {
          const [, object] = call;
          if (object.kind !== kind) {
            return apply(...call);
          }
          release();
          return object;
        },
      });
      const { phase } = await useCases.unpublish(owner, chat);
      await fleet.settle();
      const left = cluster.namesOfPublications(kind);
      fleet.stop();
      expect({ phase, left }).toEqual({ phase: 'Unpublished', left: [] });
    },
  );

  it.each([
    ['empty', ''],
    ['something else', Buffer.from('something').toString('base64')],
  ])(
    'loses a key whose value was made %s by hand, before it can stop the gateway',
    async (_, value) => {
      const { useCases, fleet, entries, clientId, write } =
        await aPublishedChat();
      write({ [clientId]: value });
      await fleet.settle();
      const { items } = await useCases.listKeys(owner, chat, { limit: 10 });
      fleet.stop();
      expect(entries()).toEqual(['_sentinel']);
      expect(items).toMatchObject([{ state: 'lost' }]);
    },
  );

  it('keeps its keys while entries that are nobody’s are taken out beside them', async () => {
    const { fleet, published, entries, clientId, write } =
      await aPublishedChat();
    const value = Buffer.from('a value of somebody').toString('base64');
    write({
      [`${published.id}.tenant-a.forged`]: value,
      [`${'0'.repeat(32)}.tenant-a.k`]: value,
      somebody: value,
    });
    await fleet.settle();
    fleet.stop();
    expect(entries()).toEqual(['_sentinel', clientId]);
  });

  it('has a name that no other publication of the gateway can have, on whichever hostname', async () => {
    const { useCases, fleet } = await aPublishedChat();
    const publishing = useCases.publish(owner, 'other', {
      ...openai,
      externalPath: '/v1/models/chat',
    });
    await expect(publishing).rejects.toThrow(/name "chat" is taken/);
    fleet.stop();
  });

  it('gets no more keys than the gateway has room for', async () => {
    const { useCases, fleet } = await aPublishedChat({
      gateways: [aGateway({ cluster: 'fake', extensionMessageSize: 60_000 })],
    });
    const ids: string[] = [];
    const fill = async () => {
      while (ids.length < 100) {
        const { apiKeyId } = await useCases.createKey(owner, chat, {});
        ids.push(String(apiKeyId));
      }
    };
    await expect(fill()).rejects.toThrow(
      /no room.*extensionManager\.maxMessageSize.*extensionMessageSize/,
    );
    expect(ids.length).toBeGreaterThan(5);
    for (const publishing of [openai, { tenantId: 'tenant-a' }]) {
      await expect(
        useCases.publish(owner, 'other', publishing),
      ).rejects.toThrow(/no room/);
    }
    for (const planning of [openai, { tenantId: 'tenant-a' }]) {
      await expect(
        useCases.planPublication(owner, 'other', planning),
      ).rejects.toThrow(/no room/);
    }
    await expect(
      useCases.update(
        owner,
        chat,
        { authentication: { allowedTenants: ['tenant-a', 'tenant-b'] } },
        {},
      ),
    ).rejects.toThrow(/no room/);
    // What takes no more room is possible.
    await useCases.update(owner, chat, { rateLimiting: { burstLimit: 3 } }, {});
    // What has leaked can be replaced all the same.
    await useCases.rotateKey(owner, chat, { grace: 'now' });
    await useCases.revokeKey(owner, chat, String(ids[0]));
    await useCases.revokeKey(owner, chat, String(ids[1]));
    await useCases.createKey(owner, chat, {});
    fleet.stop();
  });

  it('cannot become public, as the check of keys is one for all on its hostname', async () => {
    const { useCases, fleet } = await aPublishedChat({
      authentication: { allowAnonymous: true },
    });
    await expect(
      useCases.update(
        owner,
        chat,
        { authentication: { requireApiKey: false } },
        {},
      ),
    ).rejects.toThrow(/requireApiKey/);
    fleet.stop();
  });

  it('keeps what it needs when it is published while the guard takes that back', async () => {
    const { useCases, fleet, cluster, published } = await aPublishedChat();
    const name = `published-model-chat-${published.id}`;
    const state = cluster.objects.get(`Secret/model-gateway/${name}`);
    await useCases.unpublish(owner, chat);
    const removed: string[] = [];
    cluster.onWrite = write => {
      if (/^delete .*-guard-/.test(write)) {
        removed.push(write);
        // The first removal is under way.
        if (state && removed.length === 1) {
          cluster.seed(state);
        }
      }
    };
    await fleet.settle();
    fleet.stop();
    expect(removed).toEqual([
      expect.stringMatching(/^delete AIGatewayRoute\/.*-entrance-/),
    ]);
  });

  it('is put back when its route is deleted, the entrance of its hostname, or the canary', async () => {
    const { fleet, cluster } = await aPublishedChat();
    const routes = () => cluster.names('AIGatewayRoute').sort();
    const before = routes();
    for (const object of [...cluster.objects.values()]) {
      if (object.kind === 'AIGatewayRoute') {
        cluster.store('DELETED', object);
      }
    }
    await fleet.settle();
    fleet.stop();
    expect(before).toHaveLength(3);
    expect(routes()).toEqual(before);
  });

  it('leaves nothing of its hostname behind but the canary', async () => {
    const { useCases, fleet, cluster } = await aPublishedChat();
    await useCases.unpublish(owner, chat);
    await fleet.settle();
    fleet.stop();
    expect(cluster.names('AIGatewayRoute')).toEqual([
      'AIGatewayRoute/model-publishing-guard-models-canary',
    ]);
    expect(cluster.names('HTTPRoute')).toEqual([
      'HTTPRoute/model-publishing-guard-models',
    ]);
  });
});

describe('a public publication', () => {
  it('has no key, takes none, and says so', async () => {
    const cluster = new FakeCluster();
    seedModel(cluster, 'tenant-a', 'iris');
    const { useCases, fleet } = await aPortal(cluster, undefined, undefined, {
      authentication: { allowAnonymous: true },
    });
    const iris = { model: 'iris', tenant: 'tenant-a' };
    const nothing = { apiKey: null, apiKeyId: null, apiKeyReason: 'public' };
    expect(
      await useCases.publish(owner, 'iris', {
        tenantId: 'tenant-a',
        authentication: { requireApiKey: false },
      }),
    ).toMatchObject(nothing);
    expect(
      await useCases.getPublication(owner, iris, { reveal: true }),
    ).toMatchObject(nothing);
    await expect(useCases.createKey(owner, iris, {})).rejects.toThrow(/public/);
    await expect(useCases.rotateKey(owner, iris, {})).rejects.toThrow(/public/);
    fleet.stop();
  });
});
