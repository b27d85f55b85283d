import { aGateway, aState } from '../__testUtils__/builders';
import { renderRateLimitProbe } from '../capabilities/renderRateLimitProbe';
import { Upstream } from '../models/Upstream';
import { addressOf } from '../state/addresses';
import { RenderContext } from './RenderContext';
import { RenderedObject } from './RenderedObject';
import { renderGuard } from './renderGuard';
import { renderPublication } from './renderPublication';

const anUpstream: Upstream = {
  hostname: 'iris-predictor.tenant-a.svc.cluster.local',
  port: 80,
  hostHeader: undefined,
  servedName: 'iris',
  protocol: 'v1',
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
  'all-limits': () =>
    renderedObjects(
      aContextWithLimits({
        burstLimit: 10,
        requestsPerMinute: 100,
        requestsPerHour: 1000,
        tokensPerHour: 100000,
      }),
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
  'without-upstream': () =>
    renderedObjects(aRenderContext({ upstream: undefined })),
};
