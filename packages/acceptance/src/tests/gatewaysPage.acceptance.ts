import {
  GatewayConditionType,
  getPublishingOptionsOperation,
  listGatewaysOperation,
} from '@inference-portal/plugin-model-publishing-common';
import { admin, nobody, tenantA, tenantB } from '../client/callers';
import { eventually } from '../client/eventually';
import { predict } from '../client/gateway';
import { kubernetes } from '../client/kubernetes';
import { errorOf, PortalClient } from '../client/PortalClient';
import { publishIris } from '../client/publishIris';
import { hostnames, target } from '../client/target';
import { signedIn } from '../client/users';
import { REPAIR_MS } from './expectWhole';

/** A backend that has just been started asks Prometheus in its own time. */
const COUNTED_MS = 60_000;
const POLICY = 'acceptance-platform-policy';

async function gatewayOf(caller: PortalClient) {
  const answer = await caller.send('GET', '/gateways');
  expect(answer.status).toBe(200);
  const { items } = listGatewaysOperation.response.parse(answer.body);
  const [gateway] = items;
  if (!gateway) {
    throw new Error('There is no gateway');
  }
  const findingOn = (type: GatewayConditionType) =>
    gateway.conditions.find(condition => condition.type === type);
  return { ...gateway, findingOn, text: answer.text };
}

async function optionsOf(caller: PortalClient, tenant: string) {
  const answer = await caller.send(
    'GET',
    `/publishing-options?tenant=${tenant}`,
  );
  expect(answer.status).toBe(200);
  return getPublishingOptionsOperation.response.parse(answer.body);
}

/** A policy on the Gateway that lets everybody pass. */
const openPolicy = {
  apiVersion: 'gateway.envoyproxy.io/v1alpha1',
  kind: 'SecurityPolicy',
  metadata: { name: POLICY, namespace: target.gateway.namespace },
  spec: {
    targetRefs: [
      {
        group: 'gateway.networking.k8s.io',
        kind: 'Gateway',
        name: target.gateway.name,
      },
    ],
    authorization: { defaultAction: 'Allow' },
  },
};

describe('gateways', () => {
  it('are healthy to an administrator, with what they offer and hold', async () => {
    const iris = await publishIris();
    const gateway = await eventually(
      async () => {
        const seen = await gatewayOf(admin);
        expect(
          seen.conditions.filter(({ status }) => status !== 'True'),
        ).toEqual([]);
        expect(seen.publications.byPhase.Published).toBe(1);
        return seen;
      },
      { withinMs: COUNTED_MS },
    );
    expect(gateway).toMatchObject({
      namespace: target.gateway.namespace,
      gateway: target.gateway.name,
      health: 'True',
      capabilities: {
        globalRateLimit: 'available',
        limits: { requestsPerMinute: 'exact' },
        aiGateway: target.hasAiGateway ? 'available' : 'unavailable',
        openai: target.hasAiGateway,
      },
      freshness: { state: 'live' },
    });
    expect(gateway.hostnames[0]).toMatchObject({
      hostname: hostnames.usual,
      isDefault: true,
      tenants: null,
    });
    expect(gateway.listeners).not.toEqual([]);
    expect(gateway.message === null).toBe(!target.hasAiGateway);
    expect(gateway.text).not.toContain(iris.apiKey);
  });

  it('are refused to everybody else, in the same words', async () => {
    await publishIris();
    const person = await signedIn('tenant-a-user');
    const answers = await Promise.all(
      [tenantA, tenantB, person].map(caller => caller.send('GET', '/gateways')),
    );
    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403]);
    const messages = answers.map(answer => errorOf(answer).message);
    expect(new Set(messages).size).toBe(1);
    expect(messages[0]).not.toContain(target.gateway.namespace);
    expect((await nobody.send('GET', '/gateways')).status).toBe(401);
  });

  describe('with a policy of the platform that lets everybody pass', () => {
    afterEach(async () => {
      if (await kubernetes.find('securitypolicies', POLICY)) {
        await kubernetes.delete('securitypolicies', POLICY);
      }
    });

    it('are not healthy, and say which lines are missing', async () => {
      const iris = await publishIris();
      await kubernetes.create('securitypolicies', openPolicy);
      const broken = await eventually(async () => {
        const seen = await gatewayOf(admin);
        expect(seen.findingOn('GuardInForce')).toMatchObject({
          status: 'False',
          reason: 'GuardIncomplete',
          message: expect.stringMatching(
            new RegExp(`"${POLICY}" needs authorization.*defaultAction: Deny`),
          ),
          advice: expect.any(String),
        });
        return seen;
      });
      expect(broken.health).toBe('False');
      expect(broken.capabilities.openai).toBe(false);
      expect((await predict(iris, {})).status).toBe(401);
      await kubernetes.delete('securitypolicies', POLICY);
      await eventually(
        async () =>
          expect(
            (await gatewayOf(admin)).findingOn('GuardInForce'),
          ).toMatchObject({ status: 'True' }),
        { withinMs: REPAIR_MS },
      );
    });
  });
});

describe('publishing options', () => {
  it('offer a tenant what publishing then accepts', async () => {
    const { gateways, limits } = await optionsOf(tenantA, 'tenant-a');
    expect(gateways).toMatchObject([
      {
        isDefault: true,
        openai: target.hasAiGateway,
        limits: { requestsPerHour: 'exact', burstLimit: 'exact' },
      },
    ]);
    expect(limits.defaults).toEqual(expect.any(Object));
    const names = gateways.flatMap(gateway =>
      gateway.hostnames.map(({ hostname }) => hostname),
    );
    expect(names).toEqual(expect.arrayContaining(Object.values(hostnames)));
    const [usual] = gateways.flatMap(gateway => gateway.hostnames);
    const iris = await publishIris({ publicHostname: usual?.hostname });
    const { protocol, hostname, port } = new URL(iris.externalUrl);
    expect({ protocol, hostname }).toEqual({
      protocol: `${usual?.scheme}:`,
      hostname: usual?.hostname,
    });
    // A URL leaves out the usual port of its scheme.
    expect(['', String(usual?.port)]).toContain(port);
  });

  it('of another tenant are like those of a missing one', async () => {
    const answers = await Promise.all(
      ['tenant-a', 'no-such-tenant'].map(async tenant => {
        const answer = await tenantB.send(
          'GET',
          `/publishing-options?tenant=${tenant}`,
        );
        const message = errorOf(answer).message.replaceAll(tenant, '…');
        return { status: answer.status, message };
      }),
    );
    expect(answers[0]).toEqual(answers[1]);
    expect(answers[0]?.status).toBe(404);
  });
});
