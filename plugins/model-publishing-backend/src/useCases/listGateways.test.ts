import { GatewayConditionType } from '@inference-portal/plugin-model-publishing-common';
import { AcceptingCluster } from '../__testUtils__/AcceptingCluster';
import { aPlatformPolicy } from '../__testUtils__/aPlatformPolicy';
import { aMemberOf, aPortal, seedModel } from '../__testUtils__/aPortal';
import { aCustomHostname, aGateway } from '../__testUtils__/builders';
import { FakeCluster } from '../__testUtils__/FakeCluster';
import { FakeUsageStore } from '../__testUtils__/FakeUsageStore';
import { ModelPublishingConfig } from '../config/ModelPublishingConfig';

const admin = aMemberOf('platform');
const owner = aMemberOf('a');
const noon = new Date('2026-03-04T12:00:00.000Z');

type Portal = Awaited<ReturnType<typeof aPortal>>;

describe('gateways', () => {
  const started: Portal[] = [];
  afterEach(() => started.splice(0).forEach(({ fleet }) => fleet.stop()));

  async function aPortalOn(
    cluster: FakeCluster,
    {
      config,
      usage = new FakeUsageStore(),
      isCounted = false,
    }: {
      config?: Partial<ModelPublishingConfig>;
      usage?: FakeUsageStore;
      isCounted?: boolean;
    } = {},
  ) {
    seedModel(cluster, 'tenant-a', 'iris');
    seedModel(cluster, 'tenant-a', 'chat');
    const portal = await aPortal(cluster, () => noon, undefined, config, {
      store: usage,
      source: { exists: isCounted },
    });
    started.push(portal);
    return portal;
  }

  async function gatewayOf({ useCases }: Portal) {
    const { items } = await useCases.listGateways(admin);
    const [gateway] = items;
    if (!gateway) {
      throw new Error('There is no gateway');
    }
    const findingOn = (type: GatewayConditionType) =>
      gateway.conditions.find(condition => condition.type === type);
    return { ...gateway, findingOn };
  }

  it('are shown to admins only', async () => {
    const { useCases } = await aPortalOn(new AcceptingCluster());
    for (const caller of [owner, aMemberOf('nobody')]) {
      await expect(useCases.listGateways(caller)).rejects.toMatchObject({
        name: 'NotAllowedError',
      });
    }
  });

  it('are healthy when all that was seen is', async () => {
    const portal = await aPortalOn(new AcceptingCluster());
    await portal.useCases.publish(owner, 'iris', { tenantId: 'tenant-a' });
    await portal.useCases.publish(owner, 'chat', {
      tenantId: 'tenant-a',
      modelType: 'openai',
    });
    await portal.fleet.settle();
    const { findingOn: _, ...gateway } = await gatewayOf(portal);
    expect(
      gateway.conditions.filter(({ status }) => status !== 'True'),
    ).toEqual([]);
    expect(gateway).toMatchObject({
      name: 'models',
      cluster: 'fake',
      namespace: 'model-gateway',
      gateway: 'models',
      isDefault: true,
      keyMode: 'gateway',
      health: 'True',
      capabilities: {
        globalRateLimit: 'available',
        isDetected: false,
        limits: { tokensPerHour: 'exact' },
        clientIdMetrics: false,
        aiGateway: 'available',
        openai: true,
        bufferLimit: '20Mi',
      },
      listeners: [
        {
          name: 'http',
          hostname: null,
          port: 80,
          protocol: 'HTTP',
          owner: 'platform',
          finding: { status: 'True' },
        },
      ],
      publications: { total: 2, openai: 1 },
      message: { size: expect.any(Number), most: 4 * 2 ** 20 },
      usage: { state: 'off', asOf: null },
      freshness: { state: 'live' },
    });
    expect(gateway.message?.size).toBeGreaterThan(10_000);
  });

  it('have no health before anybody has said something', async () => {
    const portal = await aPortalOn(new FakeCluster());
    const gateway = await gatewayOf(portal);
    expect(gateway.health).toBe('False');
    expect(gateway.findingOn('GatewayReady')).toMatchObject({
      status: 'False',
      reason: 'GatewayMissing',
    });
    expect(gateway.findingOn('GuardInForce')).toMatchObject({
      status: 'Unknown',
      reason: 'NoStatus',
    });
  });

  it('tell which lines policies of the platform lack', async () => {
    const cluster = new AcceptingCluster();
    const portal = await aPortalOn(cluster);
    expect((await gatewayOf(portal)).health).toBe('True');
    cluster.seed(
      aPlatformPolicy({ authorization: { defaultAction: 'Allow' } }),
    );
    const gateway = await gatewayOf(portal);
    expect(gateway.health).toBe('False');
    expect(gateway.findingOn('GuardInForce')).toMatchObject({
      reason: 'GuardIncomplete',
      message: expect.stringMatching(/"platform" needs .*defaultAction: Deny/),
      advice: expect.any(String),
    });
    expect(gateway.findingOn('OpenaiReady')).toMatchObject({
      reason: 'GuardIncomplete',
    });
    expect(gateway.capabilities.openai).toBe(false);
  });

  it('count what is published by phase', async () => {
    const cluster = new AcceptingCluster();
    const portal = await aPortalOn(cluster);
    await portal.useCases.publish(owner, 'iris', { tenantId: 'tenant-a' });
    const before = await gatewayOf(portal);
    const [phase] = Object.keys(before.publications.byPhase);
    expect(before.publications).toEqual({
      total: 1,
      byPhase: { [String(phase)]: 1 },
      openai: 0,
    });
    await portal.useCases.unpublish(owner, {
      model: 'iris',
      tenant: 'tenant-a',
    });
    expect((await gatewayOf(portal)).publications).toEqual({
      total: 0,
      byPhase: {},
      openai: 0,
    });
  });

  it('tell how listeners of custom hostnames are, while they are in use', async () => {
    const custom = aCustomHostname();
    const { hostnames } = aGateway();
    const portal = await aPortalOn(new AcceptingCluster(), {
      config: {
        gateways: [
          aGateway({
            cluster: 'fake',
            hostnames: { ...hostnames, custom: [custom] },
          }),
        ],
      },
    });
    const rowIn = ({
      hostnames: rows,
    }: Awaited<ReturnType<typeof gatewayOf>>) =>
      rows.find(({ hostname }) => hostname === custom.hostname)?.custom;
    const before = await gatewayOf(portal);
    expect(rowIn(before)).toMatchObject({ listener: null });
    expect(before.health).toBe('True');
    await portal.useCases.publish(owner, 'iris', {
      tenantId: 'tenant-a',
      publicHostname: custom.hostname,
    });
    const gateway = await gatewayOf(portal);
    // Nobody has judged it here.
    expect(rowIn(gateway)).toMatchObject({
      certificate: { secret: 'acme-tls', issuer: null },
      listener: { status: 'Unknown', reason: 'NoStatus' },
    });
    expect(gateway.listeners).toMatchObject([
      { name: 'http', owner: 'platform' },
      { hostname: custom.hostname, port: 443, owner: 'portal' },
    ]);
    expect(gateway.findingOn('ListenersReady')).toMatchObject({
      status: 'Unknown',
    });
  });

  it('tell how far usage is counted, and why no further', async () => {
    const usage = new FakeUsageStore();
    const portal = await aPortalOn(new AcceptingCluster(), {
      usage,
      isCounted: true,
    });
    expect((await gatewayOf(portal)).usage).toEqual({
      state: 'pending',
      asOf: null,
    });
    usage.coverages.set('fake', {
      since: new Date(noon.getTime() - 60_000),
      asOf: new Date(noon.getTime() - 30_000),
      collectedAt: noon,
      problem: 'Prometheus of cluster "fake" cannot be reached',
    });
    const away = await gatewayOf(portal);
    expect(away.usage).toEqual({
      state: 'unavailable',
      asOf: '2026-03-04T11:59:30.000Z',
    });
    expect(away.findingOn('UsageCounted')).toMatchObject({
      status: 'False',
      message: expect.stringContaining('cannot be reached'),
    });
  });

  it('are shown while the database is away', async () => {
    const usage = new FakeUsageStore();
    usage.outage = () => Promise.reject(new Error('secret address'));
    const gateway = await gatewayOf(
      await aPortalOn(new AcceptingCluster(), { usage, isCounted: true }),
    );
    expect(gateway.findingOn('GatewayReady')).toMatchObject({ status: 'True' });
    expect(gateway.findingOn('UsageCounted')).toMatchObject({
      status: 'False',
      message: expect.not.stringContaining('secret address'),
    });
  });

  it('are answered without a call to the cluster', async () => {
    const cluster = new AcceptingCluster();
    const portal = await aPortalOn(cluster);
    const { client } = portal;
    await gatewayOf(portal);
    const writes = cluster.writes.length;
    client.crash();
    expect((await gatewayOf(portal)).health).toBe('True');
    expect(cluster.writes).toHaveLength(writes);
  });
});
