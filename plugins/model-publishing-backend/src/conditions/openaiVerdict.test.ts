import { aGateway } from '../__testUtils__/builders';
import { renderCanary } from '../rendering/renderCanary';
import { renderEntrancePolicy } from '../rendering/renderEntrance';
import { anAcceptedObject, aCondition, aRouteWith } from './observedObjects';
import { ObservedAiGateway, openaiVerdict } from './openaiVerdict';

const context = { gateway: aGateway(), instanceId: 'portal' };
const policy = renderEntrancePolicy(context, 'models.example.org');
const accepted = [aCondition('Accepted', 'True')];
const SERVED: ObservedAiGateway = {
  problems: [],
  parts: [{ wanted: policy, live: anAcceptedObject(policy) }],
  canary: { ...renderCanary(context, 1), status: { conditions: accepted } },
  canaryRoute: aRouteWith(
    [undefined],
    [[undefined, [...accepted, aCondition('ResolvedRefs', 'True')]]],
  ),
};

describe('openaiVerdict', () => {
  it('is good when the AI Gateway has taken up all that it was given', () =>
    expect(openaiVerdict(SERVED)).toMatchObject({ status: 'True' }));

  it.each<[string, Partial<ObservedAiGateway>, string, string]>([
    ['no canary', { canary: undefined }, 'False', 'ObjectMissing'],
    [
      'a canary that the AI Gateway has not looked at',
      { canary: renderCanary(context, 1) },
      'Unknown',
      'NoStatus',
    ],
    [
      'a canary of which it has made nothing',
      { canaryRoute: undefined },
      'False',
      'ObjectMissing',
    ],
    [
      'an entrance without its policy',
      { parts: [{ wanted: policy, live: undefined }] },
      'False',
      'ObjectMissing',
    ],
    [
      'policies of the platform that do not check keys',
      { problems: ['SecurityPolicy "platform" needs apiKeyAuth'], parts: [] },
      'False',
      'GuardIncomplete',
    ],
  ])('is not good with %s', (_, changed, status, reason) =>
    expect(openaiVerdict({ ...SERVED, ...changed })).toMatchObject({
      status,
      reason,
    }),
  );

  it('says nothing where nothing is published that could show it', () =>
    expect(
      openaiVerdict({
        problems: [],
        parts: [],
        canary: undefined,
        canaryRoute: undefined,
      }),
    ).toBeUndefined());
});
