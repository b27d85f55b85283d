import { measuredThrottle } from './measuredThrottle';

describe('a measured throttle', () => {
  it('holds back whom the other does, and tells of each', () => {
    const onHeldBack = jest.fn();
    const waits = new Map([
      ['10.0.0.1', 0],
      ['10.0.0.2', 300],
    ]);
    const admit = (address?: string) => waits.get(address ?? '') ?? 0;
    const throttle = measuredThrottle({ admit }, onHeldBack);
    expect(throttle.admit('10.0.0.1')).toBe(0);
    expect(onHeldBack).not.toHaveBeenCalled();
    expect(throttle.admit('10.0.0.2')).toBe(300);
    expect(onHeldBack).toHaveBeenCalledTimes(1);
  });
});
