import { KubernetesObject } from '../cluster/defineResource';
import { aCondition, aRouteWith } from './observedObjects';
import { routeVerdict } from './routeVerdict';

const accepted = aCondition('Accepted', 'True');
const resolved = aCondition('ResolvedRefs', 'True');
const unresolved = aCondition('ResolvedRefs', 'False', {
  reason: 'BackendNotFound',
});
const refused = aCondition('Accepted', 'False', { reason: 'NoMatchingParent' });
const good = [accepted, resolved];

describe('routeVerdict', () => {
  it.each<[string, KubernetesObject, string, string]>([
    [
      'is accepted by its Gateway',
      aRouteWith([undefined], [[undefined, good]]),
      'True',
      'Accepted',
    ],
    [
      'is accepted by both listeners',
      aRouteWith(
        ['http', 'https'],
        [
          ['https', good],
          ['http', good],
        ],
      ),
      'True',
      'Accepted',
    ],
    ['has no status', aRouteWith([undefined], []), 'Unknown', 'NoStatus'],
    [
      'one of its listeners says nothing about',
      aRouteWith(['http', 'https'], [['http', good]]),
      'Unknown',
      'NoStatus',
    ],
    [
      'has no backend',
      aRouteWith([undefined], [[undefined, [accepted, unresolved]]]),
      'False',
      'BackendNotFound',
    ],
    [
      'is refused by a listener',
      aRouteWith(
        ['http', 'https'],
        [
          ['http', good],
          ['https', [refused, resolved]],
        ],
      ),
      'False',
      'NoMatchingParent',
    ],
    [
      'was changed since',
      aRouteWith(
        [undefined],
        [[undefined, [{ ...accepted, observedGeneration: 0 }, resolved]]],
      ),
      'Unknown',
      'Outdated',
    ],
    [
      'is accepted, and whose backend is not looked up yet',
      aRouteWith([undefined], [[undefined, [accepted]]]),
      'Unknown',
      'NoStatus',
    ],
    ['has no parent', aRouteWith([], []), 'Unknown', 'NoStatus'],
  ])('of a route that %s', (_, route, status, reason) => {
    expect(routeVerdict(route)).toMatchObject({ status, reason });
  });
});
