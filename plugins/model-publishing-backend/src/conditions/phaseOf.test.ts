import {
  ConditionType,
  PublicationCondition,
} from '@inference-portal/plugin-model-publishing-common';
import { phaseOf } from './phaseOf';

type Status = PublicationCondition['status'];

function conditions(
  changes: Partial<Record<ConditionType, Status>> = {},
): PublicationCondition[] {
  const statuses: Record<ConditionType, Status> = {
    ModelReady: 'True',
    RouteAccepted: 'True',
    KeysEnforced: 'True',
    LimitsEnforced: 'True',
    Reachable: 'True',
    ...changes,
  };
  return (Object.keys(statuses) as ConditionType[]).map(type => ({
    type,
    status: statuses[type],
    reason: 'Test',
    message: '',
  }));
}

const NEEDED = [
  'ModelReady',
  'RouteAccepted',
  'KeysEnforced',
  'LimitsEnforced',
] as const;

describe('phaseOf', () => {
  it('is Published when everything is good, seen from outside or not yet', () => {
    expect(phaseOf('serving', conditions())).toBe('Published');
    expect(phaseOf('serving', conditions({ Reachable: 'Unknown' }))).toBe(
      'Published',
    );
  });

  it.each(NEEDED)('is Pending as long as %s is not known', type => {
    expect(phaseOf('serving', conditions({ [type]: 'Unknown' }))).toBe(
      'Pending',
    );
  });

  it.each([...NEEDED, 'Reachable' as const])(
    'is Degraded when %s is bad, even if another one is not known',
    type => {
      expect(
        phaseOf(
          'serving',
          conditions({ ModelReady: 'Unknown', [type]: 'False' }),
        ),
      ).toBe('Degraded');
    },
  );

  it('is Pending without conditions', () => {
    expect(phaseOf('serving', [])).toBe('Pending');
  });

  it('is Unpublishing once it is to go, whatever the conditions say', () => {
    expect(phaseOf('deleting', conditions())).toBe('Unpublishing');
  });
});
