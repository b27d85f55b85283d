import { ConditionType } from '@inference-portal/plugin-model-publishing-common';
import { aGateway } from '../__testUtils__/builders';
import { KubernetesObject } from '../cluster/defineResource';
import { aRenderContext, renderedObjects } from '../rendering/goldenCases';
import { renderGuard } from '../rendering/renderGuard';
import { conditionsOf } from './conditionsOf';
import { aCondition, anAcceptedObject } from './observedObjects';
import { ObservedPublication } from './ObservedPublication';
import { phaseOf } from './phaseOf';

const context = aRenderContext();
const rendered = renderedObjects(context);
const upstream = context.upstream;
if (!upstream) {
  throw new Error('the context has no upstream');
}

function live(kind: string): KubernetesObject {
  const object = rendered.find(candidate => candidate.kind === kind);
  if (!object) {
    throw new Error(`no ${kind} was rendered`);
  }
  return anAcceptedObject(object);
}

const good: ObservedPublication = {
  model: { ready: true, reason: undefined },
  upstream: { ok: true, upstream },
  route: live('HTTPRoute'),
  securityPolicy: live('SecurityPolicy'),
  trafficPolicy: live('BackendTrafficPolicy'),
  rendered,
  keys: { active: 1, present: 1 },
  reachability: { status: 'True', reason: 'Answers', message: 'It answers' },
};

function find(type: ConditionType, changes: Partial<ObservedPublication>) {
  return conditionsOf({ ...good, ...changes }).find(
    condition => condition.type === type,
  );
}

function edited(object: KubernetesObject, spec: object): KubernetesObject {
  return { ...object, spec: { ...(object.spec as object), ...spec } };
}

function refused(object: KubernetesObject, reason: string, message: string) {
  const conditions = [
    aCondition('Accepted', 'False', { reason, message }),
    aCondition('ResolvedRefs', 'True'),
  ];
  return {
    ...object,
    status: { ancestors: [{ ancestorRef: { name: 'models' }, conditions }] },
  };
}

describe('KeysEnforced of an OpenAI-compatible model', () => {
  const guard = renderGuard({ gateway: aGateway(), instanceId: 'portal' })
    .filter(({ kind }) => kind.endsWith('Policy'))
    .map(wanted => ({ wanted, live: anAcceptedObject(wanted) }));
  const openai = {
    aiRoute: undefined,
    aiBackend: undefined,
    infoRoute: undefined,
    infoPolicy: live('SecurityPolicy'),
    entrance: undefined,
    guard,
    guardProblems: [],
  };

  it('is True while its policies and those of the guard are in force', () => {
    expect(guard).toHaveLength(2);
    expect(find('KeysEnforced', { openai })).toMatchObject({ status: 'True' });
  });

  it.each(guard.map(({ wanted }) => wanted.kind))(
    'is False when the %s of the guard is gone',
    kind => {
      const without = guard.map(one =>
        one.wanted.kind === kind ? { ...one, live: undefined } : one,
      );
      expect(
        find('KeysEnforced', { openai: { ...openai, guard: without } }),
      ).toMatchObject({ status: 'False', reason: 'ObjectMissing' });
    },
  );

  it("is False, and says what to add, when the platform's own policies let no key in", () => {
    const guardProblems = ['ClientTrafficPolicy "own" needs more'];
    expect(
      find('KeysEnforced', { openai: { ...openai, guard: [], guardProblems } }),
    ).toMatchObject({
      status: 'False',
      reason: 'GuardIncomplete',
      message: guardProblems[0],
      advice: expect.stringContaining('policy on the Gateway'),
    });
  });

  it('is False when what is told about it has lost its policy', () =>
    expect(
      find('KeysEnforced', { openai: { ...openai, infoPolicy: undefined } }),
    ).toMatchObject({ status: 'False', reason: 'ObjectMissing' }));
});

describe('RouteAccepted of a custom hostname', () => {
  it.each<['True' | 'False' | 'Unknown']>([['True'], ['False'], ['Unknown']])(
    'is %s when its listener is, whatever is said of the route',
    status => {
      const listener = { status, reason: 'OfTheListener', message: '' };
      expect(find('RouteAccepted', { listener })).toMatchObject({
        status,
        reason: 'OfTheListener',
      });
    },
  );
});

const notOwned = {
  ok: false as const,
  reason: 'ServiceForeign',
  message: 'Service "iris-predictor" was not made for this model by KServe',
};

describe('conditionsOf', () => {
  it('says that everything is in order, without advice', () => {
    const conditions = conditionsOf(good);
    expect(conditions.map(({ type, status }) => `${type} ${status}`)).toEqual([
      'ModelReady True',
      'RouteAccepted True',
      'KeysEnforced True',
      'LimitsEnforced True',
      'Reachable True',
    ]);
    expect(conditions.filter(({ advice }) => advice)).toEqual([]);
    expect(phaseOf('serving', conditions)).toBe('Published');
  });

  it.each<[string, ConditionType, Partial<ObservedPublication>, object]>([
    [
      'a model that is gone',
      'ModelReady',
      { model: undefined },
      {
        status: 'False',
        reason: 'ModelMissing',
        advice: 'Deploy the model again, or unpublish it',
      },
    ],
    [
      'a model that is not ready',
      'ModelReady',
      { model: { ready: false, reason: 'out of memory' } },
      { status: 'False', reason: 'ModelNotReady', message: 'out of memory' },
    ],
    [
      'a ready model that must not be routed to',
      'ModelReady',
      { upstream: notOwned },
      { status: 'False', reason: 'ServiceForeign', message: notOwned.message },
    ],
    [
      'a route that was withdrawn for its upstream',
      'RouteAccepted',
      { upstream: notOwned, route: undefined },
      {
        status: 'False',
        reason: 'ServiceForeign',
        message: `There is no route: ${notOwned.message}`,
      },
    ],
    [
      'a route that was deleted by hand',
      'RouteAccepted',
      { route: undefined },
      {
        status: 'False',
        reason: 'ObjectMissing',
        advice: expect.stringContaining('put back by itself'),
      },
    ],
    [
      'a route that was changed by hand',
      'RouteAccepted',
      { route: edited(live('HTTPRoute'), { hostnames: ['other.test'] }) },
      { status: 'False', reason: 'Changed' },
    ],
    [
      'a Gateway that is not programmed',
      'RouteAccepted',
      { gateway: aGatewayWith('Invalid') },
      { status: 'False', reason: 'Invalid' },
    ],
    [
      'a Gateway that only has no address of its own',
      'RouteAccepted',
      { gateway: aGatewayWith('AddressNotAssigned') },
      { status: 'True' },
    ],
    [
      'a policy whose authorization was taken out, though the gateway accepts it',
      'KeysEnforced',
      {
        securityPolicy: edited(live('SecurityPolicy'), {
          authorization: { defaultAction: 'Allow' },
        }),
      },
      { status: 'False', reason: 'Changed' },
    ],
    [
      'a policy that competes with another one',
      'KeysEnforced',
      {
        securityPolicy: refused(live('SecurityPolicy'), 'Conflicted', 'older'),
      },
      {
        status: 'False',
        reason: 'Conflicted',
        message: 'SecurityPolicy: older',
        advice:
          'Another policy of this kind targets the same route and is older; remove it',
      },
    ],
    [
      'credentials that are gone',
      'KeysEnforced',
      {
        securityPolicy: refused(
          live('SecurityPolicy'),
          'Invalid',
          'APIKeyAuth: secret model-gateway/x does not exist.',
        ),
      },
      {
        status: 'False',
        advice: expect.stringContaining('put back by itself'),
      },
    ],
    [
      'keys that were deleted from the credentials',
      'KeysEnforced',
      { keys: { active: 3, present: 1 } },
      {
        status: 'True',
        reason: 'KeysLost',
        message: 'Enforced, but 2 of 3 keys are lost',
        advice: expect.stringContaining('rotate'),
      },
    ],
    [
      'a publication that nobody has a key of',
      'KeysEnforced',
      { keys: { active: 0, present: 0 } },
      { status: 'True', reason: 'NoKeys' },
    ],
    [
      'a gateway that has lost its limiter',
      'LimitsEnforced',
      {
        trafficPolicy: refused(
          live('BackendTrafficPolicy'),
          'Invalid',
          'RateLimit: enable Ratelimit in the EnvoyGateway config to configure global rateLimit.',
        ),
      },
      {
        status: 'False',
        reason: 'Invalid',
        advice: expect.stringMatching(
          /^Configure a rate limit service .*take the limits .*approximate/,
        ),
      },
    ],
    [
      'limits that the gateway has not taken up yet',
      'LimitsEnforced',
      { trafficPolicy: { ...live('BackendTrafficPolicy'), status: undefined } },
      { status: 'Unknown', reason: 'NoStatus' },
    ],
    [
      'an address that nobody has looked at',
      'Reachable',
      { reachability: undefined },
      { status: 'Unknown', reason: 'NotProbed' },
    ],
  ])('tells %s', (_, type, changes, expected) => {
    expect(find(type, changes)).toMatchObject(expected);
  });

  it('names fields that somebody has added to a policy', () => {
    const policy = live('BackendTrafficPolicy');
    policy.metadata.managedFields = [
      {
        manager: 'kubectl-edit',
        operation: 'Update',
        fieldsV1: { 'f:spec': { 'f:rateLimit': { 'f:type': {} } } },
      },
    ];
    expect(find('LimitsEnforced', { trafficPolicy: policy })).toMatchObject({
      status: 'False',
      reason: 'Changed',
      message:
        'Somebody has added spec.rateLimit.type to the BackendTrafficPolicy',
    });
  });

  function aGatewayWith(reason: string): KubernetesObject {
    return {
      apiVersion: 'gateway.networking.k8s.io/v1',
      kind: 'Gateway',
      metadata: { name: 'models', generation: 1 },
      status: {
        conditions: [
          aCondition('Accepted', 'True'),
          aCondition('Programmed', 'False', { reason }),
        ],
      },
    };
  }
});
