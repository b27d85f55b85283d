import { KubernetesObject } from '../cluster/defineResource';
import { guardProblems, openaiGuardProblems } from './guardProblems';

const gateway = { kind: 'Gateway', name: 'models' };

function aPolicy(
  kind: 'SecurityPolicy' | 'ClientTrafficPolicy',
  spec: object,
  accepted = 'True',
): KubernetesObject {
  const conditions = [
    {
      type: 'Accepted',
      status: accepted,
      reason: accepted === 'True' ? 'Accepted' : 'Conflicted',
      message: 'words of the gateway',
      observedGeneration: 1,
    },
  ];
  return {
    apiVersion: 'gateway.envoyproxy.io/v1alpha1',
    kind,
    metadata: { name: 'platform', generation: 1 },
    spec: { targetRefs: [gateway], ...spec },
    status: { ancestors: [{ ancestorRef: gateway, conditions }] },
  };
}

const deny = { authorization: { defaultAction: 'Deny' } };
const strip = {
  headers: {
    earlyRequestHeaders: { remove: ['X-Client-Id', 'x-ai-eg-model', 'x-more'] },
  },
};
const on = (sectionName: string) => ({
  targetRefs: [{ ...gateway, sectionName }],
});

const NEEDS_DENY =
  'SecurityPolicy "platform" needs authorization: {defaultAction: Deny} without rules that allow';

describe('guardProblems', () => {
  it.each<[string, KubernetesObject[], string[]]>([
    ['there are no policies of the platform', [], []],
    ['everything is denied by default', [aPolicy('SecurityPolicy', deny)], []],
    [
      'authorization is there without an action, which means Deny',
      [aPolicy('SecurityPolicy', { authorization: {} })],
      [],
    ],
    [
      'the headers are removed, in any spelling',
      [aPolicy('ClientTrafficPolicy', strip)],
      [],
    ],
    [
      'the model is overwritten',
      [
        aPolicy('ClientTrafficPolicy', {
          headers: {
            earlyRequestHeaders: {
              remove: ['x-client-id'],
              set: [{ name: 'X-Ai-Eg-Model', value: 'UNREAD' }],
            },
          },
        }),
      ],
      [],
    ],
    [
      'the only target is given by the older targetRef',
      [
        aPolicy('SecurityPolicy', {
          ...deny,
          targetRefs: undefined,
          targetRef: gateway,
        }),
      ],
      [],
    ],
  ])('finds nothing when %s', (_, policies, expected) => {
    expect(guardProblems(policies)).toEqual(expected);
  });

  it.each<[string, KubernetesObject[], string[]]>([
    [
      'only authenticates',
      [aPolicy('SecurityPolicy', { apiKeyAuth: {} })],
      [NEEDS_DENY],
    ],
    [
      'allows by default',
      [
        aPolicy('SecurityPolicy', {
          authorization: { defaultAction: 'Allow' },
        }),
      ],
      [NEEDS_DENY],
    ],
    [
      'allows somebody',
      [
        aPolicy('SecurityPolicy', {
          authorization: {
            defaultAction: 'Deny',
            rules: [{ action: 'Allow' }],
          },
        }),
      ],
      [NEEDS_DENY],
    ],
    [
      'leaves a header in',
      [
        aPolicy('ClientTrafficPolicy', {
          headers: { earlyRequestHeaders: { remove: ['x-client-id'] } },
        }),
      ],
      [
        'ClientTrafficPolicy "platform" needs headers.earlyRequestHeaders.remove: [x-ai-eg-model]',
      ],
    ],
    [
      'says nothing about headers',
      [aPolicy('ClientTrafficPolicy', {})],
      [
        'ClientTrafficPolicy "platform" needs headers.earlyRequestHeaders.remove: [x-client-id, x-ai-eg-model]',
      ],
    ],
    [
      'is not in force',
      [aPolicy('SecurityPolicy', deny, 'False')],
      [
        'SecurityPolicy "platform" is not in force (Conflicted: SecurityPolicy: words of the gateway); mend or remove it',
      ],
    ],
    [
      'covers one listener of several',
      [aPolicy('SecurityPolicy', { ...deny, ...on('http') })],
      ['a SecurityPolicy must target the whole Gateway, without sectionName'],
    ],
  ])('names what is missing when a policy %s', (_, policies, expected) => {
    expect(guardProblems(policies)).toEqual(expected);
  });

  it('accepts policies that together cover the listeners of published models', () => {
    const policies = [
      aPolicy('SecurityPolicy', { ...deny, ...on('http') }),
      aPolicy('SecurityPolicy', { ...deny, ...on('https') }),
    ];
    expect(guardProblems(policies, ['https'])).toEqual([]);
    expect(guardProblems(policies, ['https', 'internal'])).toHaveLength(1);
  });
});

describe('openaiGuardProblems', () => {
  const credentials = ['guard-keys', 'shard-0'];
  const keys = {
    apiKeyAuth: {
      credentialRefs: credentials.map(name => ({ name })),
      extractFrom: [{ headers: ['x-api-key', 'Authorization'] }],
      forwardClientIDHeader: 'x-client-id',
      sanitize: true,
    },
  };
  const marked = (value: string) => ({
    headers: {
      earlyRequestHeaders: {
        remove: ['x-client-id'],
        set: [{ name: 'x-ai-eg-model', value }],
      },
    },
  });
  const NEEDS_KEYS =
    'SecurityPolicy "platform" of the platform needs apiKeyAuth with forwardClientIDHeader: x-client-id, sanitize: true and the credentialRefs guard-keys, shard-0';
  const NEEDS_MARK =
    'ClientTrafficPolicy "platform" of the platform needs headers.earlyRequestHeaders.set: [{name: x-ai-eg-model, value: UNREAD}]';

  it.each<[string, KubernetesObject[], string[]]>([
    ['there are no policies of the platform', [], []],
    [
      'all that is needed is there',
      [
        aPolicy('SecurityPolicy', { ...deny, ...keys }),
        aPolicy('ClientTrafficPolicy', marked('UNREAD')),
      ],
      [],
    ],
    ['keys are not checked', [aPolicy('SecurityPolicy', deny)], [NEEDS_KEYS]],
    [
      'keys are handed on',
      [
        aPolicy('SecurityPolicy', {
          apiKeyAuth: { ...keys.apiKeyAuth, sanitize: false },
        }),
      ],
      [NEEDS_KEYS],
    ],
    [
      'the model is removed only, so that nothing leads to the entrance',
      [aPolicy('ClientTrafficPolicy', strip)],
      [NEEDS_MARK],
    ],
    [
      'the model is marked otherwise',
      [aPolicy('ClientTrafficPolicy', marked('else'))],
      [NEEDS_MARK],
    ],
  ])('tells when %s', (_, policies, expected) => {
    expect(openaiGuardProblems(policies, credentials)).toEqual(expected);
  });
});
