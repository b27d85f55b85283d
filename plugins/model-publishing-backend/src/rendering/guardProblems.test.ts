import { KubernetesObject } from '../cluster/defineResource';
import { guardProblems } from './guardProblems';

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
