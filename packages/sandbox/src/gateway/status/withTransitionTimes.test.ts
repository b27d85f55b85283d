import { withTransitionTimes } from './withTransitionTimes';

const earlier = '2026-01-01T00:00:00Z';
const now = '2026-01-02T00:00:00Z';

function aStatus(status: string, message: string, lastTransitionTime?: string) {
  return {
    ancestors: [
      {
        ancestorRef: { name: 'models' },
        conditions: [
          {
            type: 'Accepted',
            status,
            reason: 'Any',
            message,
            observedGeneration: 1,
            ...(lastTransitionTime ? { lastTransitionTime } : {}),
          },
        ],
      },
    ],
  };
}

describe('withTransitionTimes', () => {
  it.each([
    ['keeps the time while the status stays', 'True', earlier],
    ['takes a new time when the status changes', 'False', now],
  ])('%s', (_, status, expected) => {
    expect(
      withTransitionTimes(
        aStatus(status, 'new'),
        aStatus('True', 'old', earlier),
        now,
      ),
    ).toEqual(aStatus(status, 'new', expected));
  });

  it('takes the present time for the first status', () => {
    expect(withTransitionTimes(aStatus('True', 'x'), undefined, now)).toEqual(
      aStatus('True', 'x', now),
    );
  });

  it('gives conditions without a generation a time too', () => {
    const condition = { type: 'Accepted', status: 'True', reason: 'Any' };
    expect(
      withTransitionTimes({ conditions: [condition] }, undefined, now),
    ).toEqual({ conditions: [{ ...condition, lastTransitionTime: now }] });
  });
});
