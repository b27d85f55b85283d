import {
  COMPONENT_LABEL,
  PUBLICATION_LABEL,
} from '@inference-portal/plugin-model-publishing-common';
import { tenantA, tenantB } from '../client/callers';
import { eventually } from '../client/eventually';
import { callGateway } from '../client/gateway';
import { kubernetes, Plural } from '../client/kubernetes';
import { nameOf } from '../client/objects';
import { chat, publishChat, PublishedChat } from '../client/publishChat';
import { WIDE_LIMITS, withKey } from '../client/publishIris';
import { ifAiGateway, target } from '../client/target';

const guard = `model-publishing-guard-${target.gateway.name}`;
const guardOnly = new RegExp(`^${guard}$`);
const shardOf = ({ id }: PublishedChat) =>
  `model-publishing-keys-${target.gateway.name}-${id.slice(0, 1)}`;
const clientIdOf = ({ id, apiKeyId }: PublishedChat) =>
  `${id}.tenant-a.${apiKeyId}`;
const encoded = (value: string) => Buffer.from(value).toString('base64');

/** Names of objects that belong to the guard. */
async function ofGuard(plural: Plural, pattern: RegExp): Promise<string[]> {
  const objects = await kubernetes.list(plural, {
    labels: { [COMPONENT_LABEL]: 'guard' },
  });
  return objects
    .map(({ metadata }) => metadata.name)
    .filter(name => pattern.test(name));
}

/** Models chat of tenant-a, which is the older one, and chat2 of tenant-b. */
async function bothModels(): Promise<[PublishedChat, PublishedChat]> {
  return [
    await publishChat(),
    await publishChat(
      { tenantId: 'tenant-b', rateLimiting: WIDE_LIMITS },
      { model: 'chat2', caller: tenantB },
    ),
  ];
}

const statusAt = async (
  model: PublishedChat,
  headers: Record<string, string> = withKey(model.apiKey),
) => (await chat(model, headers)).status;

/** Does harm, and says every answer that was seen without a key until a good key works again. */
async function duringRepair(
  model: PublishedChat,
  harm: () => Promise<void>,
): Promise<number[]> {
  await harm();
  const keyless = new Set<number>();
  await eventually(async () => {
    keyless.add(await statusAt(model, {}));
    expect(await statusAt(model)).toBe(200);
  });
  return [...keyless];
}

ifAiGateway(
  'with Envoy AI Gateway: what opens OpenAI-compatible models elsewhere',
  () => {
    it("no key of one model opens another one, whichever came first and whoever's it is", async () => {
      const [older, newer] = await bothModels();
      expect(await statusAt(older)).toBe(200);
      expect(await statusAt(newer)).toBe(200);
      expect(await statusAt(older, withKey(newer.apiKey))).toBe(403);
      expect(await statusAt(newer, withKey(older.apiKey))).toBe(403);
      const spoofed = {
        ...withKey(older.apiKey),
        'x-client-id': `${newer.id}.tenant-b.${newer.apiKeyId}`,
        'x-ai-eg-model': 'chat',
      };
      expect(await statusAt(newer, spoofed)).toBe(403);
      expect(await statusAt(newer, { ...spoofed, 'X-API-Key': '' })).toBe(401);
    });

    it.each<[string, Plural, RegExp]>([
      ['the policy of the guard', 'securitypolicies', guardOnly],
      ['what marks requests', 'clienttrafficpolicies', guardOnly],
      ['the entrance of the hostname', 'aigatewayroutes', /-entrance-/],
      ['the policy of the entrance', 'securitypolicies', /-entrance-/],
      ['the filters of the listeners', 'httproutes', guardOnly],
    ])(
      'the loss of %s lets nobody in, and is mended',
      async (_, plural, pattern) => {
        const [model] = await bothModels();
        const names = await ofGuard(plural, pattern);
        expect(names).toHaveLength(1);
        const keyless = await duringRepair(model, async () => {
          await Promise.all(names.map(name => kubernetes.delete(plural, name)));
        });
        expect(keyless.filter(status => status < 400)).toEqual([]);
        await eventually(async () =>
          expect(await ofGuard(plural, pattern)).toEqual(names),
        );
      },
    );

    it('the loss of the policies of the oldest model lets nobody in, and is mended', async () => {
      const [oldest, other] = await bothModels();
      const policies = await kubernetes.list('securitypolicies', {
        labels: { [PUBLICATION_LABEL]: oldest.id },
      });
      expect(policies).toHaveLength(2);
      const keyless = await duringRepair(oldest, async () => {
        for (const { metadata } of policies) {
          await kubernetes.delete('securitypolicies', metadata.name);
        }
      });
      expect(keyless.filter(status => status < 400)).toEqual([]);
      expect(await statusAt(oldest, withKey(other.apiKey))).toBe(403);
      expect(await statusAt(other)).toBe(200);
    });

    it('a deleted Secret of keys lets nobody in; other models have theirs back at once, its own keys are lost', async () => {
      const [model] = await bothModels();
      await kubernetes.delete('secrets', shardOf(model));
      await eventually(async () => {
        expect(await kubernetes.find('secrets', shardOf(model))).toBeDefined();
        expect(await statusAt(model, {})).toBe(401);
        expect(await statusAt(model)).toBe(401);
      });
      const { apiKey } = await tenantA.rotateKey('chat', 'tenant-a');
      expect(await statusAt(model, withKey(String(apiKey)))).toBe(200);
    });

    it.each<[string, (other: PublishedChat) => string]>([
      ['emptied', () => ''],
      ['made the same as that of another model', ({ apiKey }) => apiKey],
      ['made something that nobody has issued', () => 'x'.repeat(40)],
    ])(
      'a key that is %s by hand goes, and the gateway goes on taking changes',
      async (_, valueFrom) => {
        const [model, other] = await bothModels();
        await kubernetes.patch('secrets', shardOf(model), {
          data: { [clientIdOf(model)]: encoded(valueFrom(other)) },
        });
        await eventually(async () => {
          const { data = {} } = await kubernetes.get('secrets', shardOf(model));
          expect(Object.keys(data)).not.toContain(clientIdOf(model));
        });
        const { apiKey } = await tenantA.rotateKey('chat', 'tenant-a');
        expect(await statusAt(model, withKey(String(apiKey)))).toBe(200);
        expect(await statusAt(model)).toBe(401);
        expect(await statusAt(other)).toBe(200);
      },
    );

    it('a key that somebody writes next to the others goes', async () => {
      const [model] = await bothModels();
      const forged = `${model.id}.tenant-a.forged`;
      const key = 'a-key-that-nobody-has-issued-0123456789';
      const strangers = [forged, `${'f'.repeat(32)}.tenant-a.k`, 'somebody'];
      await kubernetes.patch('secrets', shardOf(model), {
        data: Object.fromEntries(
          strangers.map((name, index) => [name, encoded(`${key}${index}`)]),
        ),
      });
      await eventually(async () => {
        const { data = {} } = await kubernetes.get('secrets', shardOf(model));
        expect(Object.keys(data).sort()).toEqual(
          ['_sentinel', clientIdOf(model)].sort(),
        );
        expect(await statusAt(model, withKey(`${key}0`))).toBe(401);
      });
      expect(await statusAt(model)).toBe(200);
    });

    it.each(['aigatewayroutes', 'aiservicebackends', 'backends'] as const)(
      'one of the %s that was deleted comes back',
      async plural => {
        const [model] = await bothModels();
        const name = await nameOf(plural, model);
        const keyless = await duringRepair(model, () =>
          kubernetes.delete(plural, name),
        );
        expect(keyless.filter(status => status < 400)).toEqual([]);
      },
    );

    it('the list of models of a hostname stays closed when its route is deleted', async () => {
      const [model] = await bothModels();
      const list = () =>
        callGateway('/v1/models', {
          host: model.publicHostname,
          headers: withKey(model.apiKey),
        });
      const closing = await ofGuard(
        'httproutes',
        new RegExp(`^${guard}-[0-9a-f]{16}$`),
      );
      expect(closing).toHaveLength(1);
      for (const name of closing) {
        await kubernetes.delete('httproutes', name);
      }
      await eventually(async () => expect((await list()).status).toBe(403));
    });
  },
);
