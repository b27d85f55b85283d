import { RequestThrottle } from './RequestThrottle';

/** The same throttle, which tells whenever it holds somebody back. */
export function measuredThrottle(
  throttle: RequestThrottle,
  onHeldBack: () => void,
): RequestThrottle {
  return {
    admit: address => {
      const waitMs = throttle.admit(address);
      if (waitMs > 0) {
        onHeldBack();
      }
      return waitMs;
    },
  };
}
