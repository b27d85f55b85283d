import { BoundedRequestThrottle } from './RequestThrottle';

const rates = {
  perAddress: { perSecond: 2, burst: 3 },
  total: { perSecond: 10, burst: 5 },
};

function aThrottle(chosen = rates) {
  let now = 0;
  const throttle = new BoundedRequestThrottle(chosen, () => new Date(now));
  return {
    throttle,
    pass: (ms: number) => (now += ms),
    admitted: (address: string, times: number) =>
      Array.from({ length: times }, () => throttle.admit(address)).filter(
        wait => wait === 0,
      ).length,
  };
}

describe('BoundedRequestThrottle', () => {
  it('admits a burst of an address, and then says how long to wait', () => {
    const { throttle, admitted } = aThrottle();
    expect(admitted('192.0.2.1', 3)).toBe(3);
    expect(throttle.admit('192.0.2.1')).toBe(500);
  });

  it('admits again at the rate of an address, up to a burst', () => {
    const { admitted, pass } = aThrottle();
    admitted('192.0.2.1', 3);
    pass(499);
    expect(admitted('192.0.2.1', 2)).toBe(0);
    pass(1);
    expect(admitted('192.0.2.1', 2)).toBe(1);
    pass(60_000);
    expect(admitted('192.0.2.1', 9)).toBe(3);
  });

  it('keeps addresses apart, up to the total', () => {
    const { throttle, admitted } = aThrottle();
    expect(admitted('192.0.2.1', 3)).toBe(3);
    expect(admitted('192.0.2.2', 3)).toBe(2);
    expect(throttle.admit('192.0.2.3')).toBe(100);
  });

  it('does not let what it refuses use up the total', () => {
    const { admitted } = aThrottle();
    expect(admitted('192.0.2.1', 1000)).toBe(3);
    expect(admitted('192.0.2.2', 1000)).toBe(2);
  });

  it('goes on when the clock is set back', () => {
    const { admitted, pass } = aThrottle();
    admitted('192.0.2.1', 3);
    pass(-3_600_000);
    expect(admitted('192.0.2.1', 1)).toBe(0);
    pass(500);
    expect(admitted('192.0.2.1', 1)).toBe(1);
  });

  it('remembers no more than 10,000 addresses, and forgets the one that was not seen longest', () => {
    const generous = { perSecond: 1_000_000, burst: 1_000_000 };
    const { throttle, admitted } = aThrottle({ ...rates, total: generous });
    const admitOthers = (count: number, network: number) => {
      for (let index = 0; index < count; index++) {
        throttle.admit(`10.${network}.${index >> 8}.${index & 255}`);
      }
    };
    expect(admitted('192.0.2.1', 4)).toBe(3);
    admitOthers(9_999, 1);
    expect(admitted('192.0.2.1', 1)).toBe(0);
    admitOthers(9_999, 2);
    expect(throttle.size).toBe(10_000);
    expect(admitted('192.0.2.1', 1)).toBe(0);
    admitOthers(10_000, 3);
    expect(throttle.size).toBe(10_000);
    expect(admitted('192.0.2.1', 4)).toBe(3);
  });
});
