import { HttpRouteSpec } from '../cluster/resources/HttpRoute';
import { AiGatewayRouteSpec } from '../cluster/resources/AiGatewayRoute';
import { KubernetesObject } from '../cluster/defineResource';
import { aGateway } from '../__testUtils__/builders';
import {
  aContextWithLimits,
  anOpenaiContext,
  aPublicContext,
  aRenderContext,
} from './goldenCases';
import { renderGuard } from './renderGuard';
import { renderHttpRoute } from './renderHttpRoute';
import { renderPublication } from './renderPublication';
import { renderEntrance, renderEntrancePolicy } from './renderEntrance';
import { renderSecurityPolicies } from './renderSecurityPolicy';
import { renderTrafficPolicy } from './renderTrafficPolicy';

/*
 * The lines without which a published model would be open, mixed up with another one or unlimited. Each is stated
 * here on its own, so that a change of the golden files alone cannot take one away.
 */

const upstream = {
  hostname: 'iris-predictor.tenant-a.svc.cluster.local',
  port: 80,
  hostHeader: undefined,
  servedName: 'iris',
  protocol: 'v1' as const,
  openaiPrefix: 'v1' as const,
};

function onlyOf<T>(items: T[]): T {
  const [only, ...more] = items;
  if (only === undefined || more.length > 0) {
    throw new Error(`There are ${items.length} of what should be one`);
  }
  return only;
}

function specsOf(objects: KubernetesObject[], kind: string): unknown[] {
  return objects.filter(object => object.kind === kind).map(({ spec }) => spec);
}

describe('the policy of a publication', () => {
  const policies = renderSecurityPolicies(aRenderContext());
  const { spec, metadata } = onlyOf(policies);
  const { id } = aRenderContext().publication;

  it('applies to the whole route of the publication and nothing else', () => {
    expect(spec.targetRefs).toEqual([
      {
        group: 'gateway.networking.k8s.io',
        kind: 'HTTPRoute',
        name: `${metadata.name}-41fae2d4`,
      },
    ]);
  });

  it('takes its place instead of merging with a policy that others may change', () => {
    expect(spec).not.toHaveProperty('mergeType');
  });

  it('knows the keys of this publication only', () => {
    expect(spec.apiKeyAuth?.credentialRefs).toEqual([
      { name: `${metadata.name}-credentials` },
    ]);
  });

  it('takes the key from both headers, so that both are removed', () => {
    expect(spec.apiKeyAuth?.extractFrom).toEqual([
      { headers: ['x-api-key', 'Authorization'] },
    ]);
  });

  it('keeps keys from the model', () => {
    expect(spec.apiKeyAuth?.sanitize).toBe(true);
  });

  it('overwrites the client id with that of the key', () => {
    expect(spec.apiKeyAuth?.forwardClientIDHeader).toBe('x-client-id');
  });

  it('denies what no rule allows', () => {
    expect(spec.authorization?.defaultAction).toBe('Deny');
  });

  it('allows client ids of this publication and of allowed tenants only, up to the dot', () => {
    expect(spec.authorization?.rules).toEqual([
      {
        name: 'tenant-a',
        action: 'Allow',
        cel: `request.headers['x-client-id'].startsWith('${id}.tenant-a.')`,
      },
    ]);
  });
});

describe('the policies of an OpenAI-compatible publication', () => {
  const context = anOpenaiContext();
  const { id } = context.publication;
  const policies = renderSecurityPolicies(context);

  it('cover the route to the model, and what tells about it, as whole routes', () => {
    const routes = renderPublication(context).routes.map(
      ({ metadata }) => metadata.name,
    );
    expect(policies.map(({ spec }) => spec.targetRefs)).toEqual(
      routes.map(name => [
        { group: 'gateway.networking.k8s.io', kind: 'HTTPRoute', name },
      ]),
    );
  });

  it.each([
    [
      'the route to the model',
      0,
      ['model-publishing-guard-models-credentials'],
    ],
    [
      'what tells about it',
      1,
      [
        'model-publishing-guard-models-credentials',
        `model-publishing-keys-models-${id.charAt(0)}`,
      ],
    ],
  ])(
    'are complete and know no more keys than needed: %s',
    (_name, index, credentials) => {
      const { spec } = policies[index] ?? {};
      expect(spec).not.toHaveProperty('mergeType');
      expect(spec?.apiKeyAuth).toEqual({
        credentialRefs: credentials.map(name => ({ name })),
        extractFrom: [{ headers: ['x-api-key', 'Authorization'] }],
        forwardClientIDHeader: 'x-client-id',
        sanitize: true,
      });
      expect(spec?.authorization).toEqual({
        defaultAction: 'Deny',
        rules: [
          {
            name: 'tenant-a',
            action: 'Allow',
            cel: `request.headers['x-client-id'].startsWith('${id}.tenant-a.')`,
          },
        ],
      });
    },
  );
});

describe('the entrance of a hostname', () => {
  const guard = { gateway: aGateway(), instanceId: 'portal' };
  const { spec } = renderEntrance(guard, 'models.example.org');
  const { rules, hostnames } = spec;

  it('takes on its hostname what the guard has marked, and is in no list of models', () => {
    expect(hostnames).toEqual(['models.example.org']);
    expect(rules.map(({ matches }) => matches)).toEqual([
      [
        {
          headers: [
            {
              type: 'RegularExpression',
              name: 'x-ai-eg-model',
              value: 'UNREAD',
            },
          ],
        },
      ],
    ]);
  });

  it('lets whoever has a key stay there, and is closed without the guard', () => {
    const policy = renderEntrancePolicy(guard, 'models.example.org');
    expect(policy.spec).toEqual({
      targetRefs: [
        {
          group: 'gateway.networking.k8s.io',
          kind: 'HTTPRoute',
          name: policy.metadata.name,
        },
      ],
      mergeType: 'StrategicMerge',
      authorization: {
        defaultAction: 'Deny',
        rules: [
          {
            name: 'known',
            action: 'Allow',
            cel: "request.headers['x-client-id'] != ''",
          },
        ],
      },
    });
  });

  it('leads nowhere', () =>
    expect(rules.map(({ backendRefs }) => backendRefs)).toEqual([
      [{ name: 'model-publishing-guard-models-canary' }],
    ]));
});

describe('the route of an OpenAI-compatible publication', () => {
  const context = anOpenaiContext();
  const [route] = renderPublication(context).routes;
  const { rules, hostnames } = route?.spec as AiGatewayRouteSpec;

  it('takes requests for its own model name on its own hostname only', () => {
    expect(hostnames).toEqual([context.addresses[0].publicHostname]);
    expect(rules.map(({ matches }) => matches)).toEqual([
      [{ headers: [{ type: 'Exact', name: 'x-ai-eg-model', value: 'chat' }] }],
    ]);
  });

  it('has nothing that AI Gateway 1.0 does not know', () =>
    expect(rules.map(rule => Object.keys(rule).sort())).toEqual([
      [
        'backendRefs',
        'matches',
        'modelsCreatedAt',
        'modelsOwnedBy',
        'timeouts',
      ],
    ]));
});

describe('a public publication', () => {
  const context = aPublicContext();

  it('is open by a policy of its own, and not by the lack of one', () =>
    expect(onlyOf(renderSecurityPolicies(context)).spec).toEqual({
      targetRefs: [expect.objectContaining({ kind: 'HTTPRoute' })],
      authorization: { defaultAction: 'Allow' },
    }));

  it('does not hand keys on to the model', () => {
    const { spec } = renderHttpRoute(context, upstream, context.addresses[0]);
    expect(spec.rules.map(({ filters = [] }) => filters[0])).toEqual(
      spec.rules.map(() => ({
        type: 'RequestHeaderModifier',
        requestHeaderModifier: {
          remove: ['x-ai-eg-model', 'x-api-key', 'Authorization'],
        },
      })),
    );
  });
});

describe('the route of a publication', () => {
  const { spec } = renderHttpRoute(
    aRenderContext(),
    upstream,
    aRenderContext().addresses[0],
  );
  const matches = spec.rules.flatMap(rule => rule.matches);

  it('matches whole paths only', () => {
    expect(matches.map(({ path }) => path.type)).toEqual(
      matches.map(() => 'Exact'),
    );
  });

  it('opens four addresses, each for one method', () => {
    expect(
      matches.map(({ method, path }) => `${method} ${path.value}`),
    ).toEqual([
      'POST /models/iris/predict',
      'POST /models/iris/explain',
      'POST /models/iris/infer',
      'GET /models/iris',
    ]);
  });

  it('has one match in each rule, as each rule is rewritten to one path', () => {
    expect(spec.rules.map(rule => rule.matches.length)).toEqual([1, 1, 1, 1]);
  });

  it('replaces the whole path', () => {
    expect(upstreamPathsOf(spec)).toEqual([
      'ReplaceFullPath /v1/models/iris:predict',
      'ReplaceFullPath /v1/models/iris:explain',
      'ReplaceFullPath /v2/models/iris/infer',
      'ReplaceFullPath /v1/models/iris',
    ]);
  });

  it("keeps the guard's mark for the AI Gateway from the model", () => {
    expect(
      spec.rules.map(({ filters }) =>
        filters?.find(({ type }) => type === 'RequestHeaderModifier'),
      ),
    ).toEqual(
      spec.rules.map(() => ({
        type: 'RequestHeaderModifier',
        requestHeaderModifier: { remove: ['x-ai-eg-model'] },
      })),
    );
  });

  it('answers on the public hostname only', () => {
    expect(spec.hostnames).toEqual(['models.example.org']);
  });

  it('limits how long a request may take', () => {
    expect(spec.rules.map(({ timeouts }) => timeouts?.request)).toEqual(
      spec.rules.map(() => '60s'),
    );
  });

  function upstreamPathsOf({ rules }: HttpRouteSpec): string[] {
    return rules
      .flatMap(({ filters = [] }) => filters)
      .flatMap(filter =>
        filter.type === 'URLRewrite'
          ? `${filter.urlRewrite.path.type} ${filter.urlRewrite.path.replaceFullPath}`
          : [],
      );
  }
});

describe('the limits of a publication', () => {
  const { spec } = renderTrafficPolicy(
    aContextWithLimits({
      burstLimit: 10,
      requestsPerMinute: 100,
      requestsPerHour: 1000,
    }),
  );
  const global = spec.rateLimit?.global?.rules ?? [];

  it('are all kept by the global limiter', () => {
    expect(
      global.map(({ limit }) => `${limit.requests}/${limit.unit}`),
    ).toEqual(['10/Second', '100/Minute', '1000/Hour']);
  });

  it('are counted together for all listeners, paths and hostnames', () => {
    expect(global.map(({ shared }) => shared)).toEqual([true, true, true]);
  });

  it('are not used up by metadata requests', () => {
    expect(global.map(({ clientSelectors }) => clientSelectors)).toEqual(
      global.map(() => [{ methods: [{ value: 'POST' }] }]),
    );
  });

  it('are not restricted to one sort by the deprecated type', () => {
    expect(spec.rateLimit).not.toHaveProperty('type');
  });

  it('keep what the platform has set on the Gateway', () => {
    expect(spec.mergeType).toBe('StrategicMerge');
  });
});

describe('the guard of a Gateway', () => {
  const gateway = aGateway();
  const guard = renderGuard({ gateway, instanceId: 'portal' });
  const target = {
    group: 'gateway.networking.k8s.io',
    kind: 'Gateway',
    name: 'models',
  };

  it('denies every request to a route without a policy of its own, on every listener', () => {
    expect(specsOf(guard, 'SecurityPolicy')).toEqual([
      {
        targetRefs: [target],
        apiKeyAuth: {
          credentialRefs: [
            { name: 'model-publishing-guard-models-credentials' },
            ...[...'0123456789abcdef'].map(digit => ({
              name: `model-publishing-keys-models-${digit}`,
            })),
          ],
          extractFrom: [{ headers: ['x-api-key', 'Authorization'] }],
          forwardClientIDHeader: 'x-client-id',
          sanitize: true,
        },
        authorization: { defaultAction: 'Deny' },
      },
    ]);
  });

  it('overwrites the headers that only the gateway may set, and admits bodies up to the configured size', () => {
    expect(specsOf(guard, 'ClientTrafficPolicy')).toEqual([
      {
        targetRefs: [target],
        headers: {
          earlyRequestHeaders: {
            remove: ['x-client-id'],
            set: [{ name: 'x-ai-eg-model', value: 'UNREAD' }],
          },
        },
        connection: { bufferLimit: '20Mi' },
      },
    ]);
  });
});
