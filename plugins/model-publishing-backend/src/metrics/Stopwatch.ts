/** Starts; what it answers tells how many seconds have gone by since. */
export type Stopwatch = () => () => number;

/** Unlike the time of day it never jumps. */
export const monotonicStopwatch: Stopwatch = () => {
  const startedAt = performance.now();
  return () => (performance.now() - startedAt) / 1000;
};
