import { aCustomHostname, aGateway, aState } from '../__testUtils__/builders';
import { renderRateLimitProbe } from '../capabilities/renderRateLimitProbe';
import { Upstream } from '../models/Upstream';
import { addressOf } from '../state/addresses';
import { RenderContext } from './RenderContext';
import { RenderedObject } from './RenderedObject';
import { renderCanary, renderCanaryBackends } from './renderCanary';
import { renderEntrance, renderEntrancePolicy } from './renderEntrance';
import {
  renderClosingRoute,
  renderGuard,
  renderListenerGuard,
} from './renderGuard';
import { renderPublication } from './renderPublication';

const anUpstream: Upstream = {
  hostname: 'iris-predictor.tenant-a.svc.cluster.local',
  port: 80,
  hostHeader: undefined,
  servedName: 'iris',
  protocol: 'v1',
  openaiPrefix: 'v1',
};

/** What tenant-a's published model iris is rendered from. */
export function aRenderContext(
  overrides: Partial<RenderContext> = {},
): RenderContext {
  return {
    publication: aState(),
    addresses: [addressOf(aState().configuration)],
    gateway: aGateway(),
    instanceId: 'portal',
    upstream: anUpstream,
    timeouts: { traditionalSeconds: 60, openaiSeconds: 600 },
    limitSupport: { globalRateLimit: 'available', approximate: false },
    ...overrides,
  };
}

/** The publication of an OpenAI-compatible model "chat". */
export function anOpenaiContext(
  overrides: Partial<RenderContext> = {},
): RenderContext {
  const state = aState();
  const configuration = {
    ...state.configuration,
    modelType: 'openai' as const,
    externalPath: '/v1/models/chat',
    rateLimiting: { requestsPerMinute: 100, tokensPerHour: 100_000 },
  };
  return aRenderContext({
    publication: { ...state, model: 'chat', configuration },
    addresses: [addressOf(configuration)],
    upstream: {
      ...anUpstream,
      hostname: 'chat-predictor.tenant-a.svc.cluster.local',
      servedName: 'served-chat',
      openaiPrefix: 'openai/v1',
    },
    ...overrides,
  });
}

/** A publication that needs no key. */
export function aPublicContext(): RenderContext {
  const { publication, ...rest } = aRenderContext();
  const { configuration } = publication;
  const authentication = {
    ...configuration.authentication,
    requireApiKey: false,
  };
  return {
    ...rest,
    publication: {
      ...publication,
      configuration: { ...configuration, authentication },
    },
  };
}

/** A context with these limits instead. */
export function aContextWithLimits(
  rateLimiting: RenderContext['publication']['configuration']['rateLimiting'],
  overrides: Partial<RenderContext> = {},
): RenderContext {
  const state = aState();
  const configuration = { ...state.configuration, rateLimiting };
  return aRenderContext({
    publication: { ...state, configuration },
    ...overrides,
  });
}

/** All objects of a publication, in the order of application. */
export function renderedObjects(context: RenderContext): RenderedObject[] {
  const { policies, backends, routes } = renderPublication(context);
  return [...policies, ...backends, ...routes];
}

/** A gateway whose platform has two listeners, and ours for models.acme.example. */
const aGatewayOfAcme = aGateway({
  listeners: ['http', 'https'],
  hostnames: { ...aGateway().hostnames, custom: [aCustomHostname()] },
});

/** What is kept as YAML under `__golden__`, by file name. */
export const GOLDEN_CASES: Record<string, () => RenderedObject[]> = {
  guard: () => renderGuard({ gateway: aGateway(), instanceId: 'portal' }),
  'several-tenants-and-a-former-address': () => {
    const state = aState();
    const { configuration } = state;
    const authentication = {
      requireApiKey: true,
      allowedTenants: ['tenant-a', 'tenant-b'],
    };
    return renderedObjects(
      aRenderContext({
        publication: {
          ...state,
          configuration: { ...configuration, authentication },
        },
        addresses: [
          addressOf(configuration),
          {
            publicHostname: configuration.publicHostname,
            externalPath: '/models/former',
          },
        ],
      }),
    );
  },
  openai: () => renderedObjects(anOpenaiContext()),
  'guard-of-openai': () => {
    const context = { gateway: aGateway(), instanceId: 'portal' };
    return [
      renderClosingRoute(context, 'models.example.org'),
      ...renderCanaryBackends(context),
      renderCanary(context, 1),
      renderEntrancePolicy(context, 'models.example.org'),
      renderEntrance(context, 'models.example.org'),
    ];
  },
  public: () => renderedObjects(aPublicContext()),
  'all-limits': () =>
    renderedObjects(
      aContextWithLimits({
        burstLimit: 10,
        requestsPerMinute: 100,
        requestsPerHour: 1000,
        tokensPerHour: 100000,
      }),
    ),
  'limits-per-tenant': () => {
    const { publication, ...context } = anOpenaiContext();
    const configuration = {
      ...publication.configuration,
      authentication: {
        requireApiKey: true,
        allowedTenants: ['tenant-a', 'tenant-b'],
      },
      rateLimiting: {
        tokensPerHour: 100_000,
        burstLimit: 10,
        perTenant: {
          'tenant-a': { burstLimit: 8 },
          'tenant-b': { requestsPerMinute: 20, tokensPerHour: 1_000 },
        },
      },
    };
    const freedAt = '2026-01-01T12:00:00.000Z';
    return renderedObjects({
      ...context,
      publication: {
        ...publication,
        configuration,
        limitPlaces: [
          { limit: 'tokensPerHour' },
          { limit: 'requestsPerMinute', freedAt },
          { limit: 'tokensPerHour', tenant: 'tenant-b' },
          { limit: 'burstLimit' },
        ],
      },
    });
  },
  'limits-per-tenant-without-global-limiter': () =>
    renderedObjects(
      aContextWithLimits(
        {
          burstLimit: 10,
          perTenant: { 'tenant-a': { burstLimit: 4, requestsPerMinute: 20 } },
        },
        { limitSupport: { globalRateLimit: 'unavailable', approximate: true } },
      ),
    ),
  'without-global-limiter': () =>
    renderedObjects(
      aContextWithLimits(
        { burstLimit: 10 },
        {
          limitSupport: { globalRateLimit: 'unavailable', approximate: false },
        },
      ),
    ),
  'approximate-limits': () =>
    renderedObjects(
      aContextWithLimits(
        { burstLimit: 10, requestsPerMinute: 100, requestsPerHour: 1000 },
        { limitSupport: { globalRateLimit: 'unavailable', approximate: true } },
      ),
    ),
  'rate-limit-probe': () =>
    renderRateLimitProbe({ gateway: aGateway(), instanceId: 'portal' }),
  'without-limits': () => renderedObjects(aContextWithLimits({})),
  'v2-model-on-two-listeners': () =>
    renderedObjects(
      aRenderContext({
        gateway: aGateway({ listeners: ['http', 'https'] }),
        upstream: {
          ...anUpstream,
          port: 8080,
          servedName: 'iris-2',
          protocol: 'v2',
        },
      }),
    ),
  'on-a-custom-hostname': () => {
    const publicHostname = 'models.acme.example';
    const openai = anOpenaiContext();
    return [
      renderListenerGuard(
        { gateway: aGatewayOfAcme, instanceId: 'portal' },
        aCustomHostname(),
      ),
      renderClosingRoute(
        { gateway: aGatewayOfAcme, instanceId: 'portal' },
        publicHostname,
      ),
      ...[aRenderContext(), openai].flatMap(
        context =>
          renderPublication({
            ...context,
            gateway: aGatewayOfAcme,
            addresses: [{ ...context.addresses[0], publicHostname }],
          }).routes,
      ),
    ];
  },
  'without-upstream': () =>
    renderedObjects(aRenderContext({ upstream: undefined })),
};
