import { KubernetesObject } from '../cluster/defineResource';
import { aCondition, aPolicyWith } from './observedObjects';
import { policyVerdict } from './policyVerdict';

const accepted = aCondition('Accepted', 'True');
const conflicted = aCondition('Accepted', 'False', {
  reason: 'Conflicted',
  message: 'another policy has already attached',
});
const overridden = aCondition('Overridden', 'True', {
  message: 'overridden by a rule',
});

describe('policyVerdict', () => {
  it.each<[string, KubernetesObject, string, string]>([
    ['is accepted', aPolicyWith([[accepted]]), 'True', 'Accepted'],
    [
      'is accepted and merged',
      aPolicyWith([[accepted, aCondition('Merged', 'True')]]),
      'True',
      'Accepted',
    ],
    [
      'is merged for each listener, and accepted for the Gateway',
      aPolicyWith([[aCondition('Merged', 'True')], [accepted]]),
      'True',
      'Merged',
    ],
    [
      'is merged for a listener, and refused for the Gateway',
      aPolicyWith([[aCondition('Merged', 'True')], [conflicted]]),
      'False',
      'Conflicted',
    ],
    ['has no status', aPolicyWith([]), 'Unknown', 'NoStatus'],
    ['has no condition', aPolicyWith([[]]), 'Unknown', 'NoStatus'],
    [
      'was changed since',
      aPolicyWith([[{ ...accepted, observedGeneration: 0 }]]),
      'Unknown',
      'Outdated',
    ],
    [
      'has a condition without a generation',
      aPolicyWith([[{ ...accepted, observedGeneration: undefined }]]),
      'Unknown',
      'Outdated',
    ],
    ['is refused', aPolicyWith([[conflicted]]), 'False', 'Conflicted'],
    [
      'is refused by the second of two listeners',
      aPolicyWith([[accepted], [conflicted]]),
      'False',
      'Conflicted',
    ],
    [
      'is not known to the second of two listeners',
      aPolicyWith([[accepted], []]),
      'Unknown',
      'NoStatus',
    ],
    [
      'is refused by one listener and not known to the other',
      aPolicyWith([[], [conflicted]]),
      'False',
      'Conflicted',
    ],
    [
      'is overridden on its route',
      aPolicyWith([[accepted, overridden]]),
      'False',
      'Overridden',
    ],
    [
      'is of a Gateway, and overridden by routes',
      aPolicyWith([[accepted, overridden]], 'Gateway'),
      'True',
      'Accepted',
    ],
  ])('of a policy that %s', (_, policy, status, reason) => {
    expect(policyVerdict(policy)).toMatchObject({ status, reason });
  });
});
