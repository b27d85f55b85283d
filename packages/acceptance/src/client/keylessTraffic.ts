import { setTimeout as sleep } from 'node:timers/promises';
import { predict, readMetadata } from './gateway';

const PAUSE_MS = 10;

export interface KeylessTraffic {
  /** Ends the traffic and answers with every status that was seen. */
  stop: () => Promise<number[]>;
}

const running = new Set<KeylessTraffic>();

/** Ends what a failed test has left running. */
export async function stopKeylessTraffic(): Promise<void> {
  await Promise.all([...running].map(traffic => traffic.stop()));
}

/** Asks for predictions and metadata without a key, all the time, at every given address. */
export function keylessTraffic(
  ...addresses: Array<{ externalPath: string; publicHostname: string }>
): KeylessTraffic {
  const seen = new Set<number>();
  let goesOn = true;
  const runs = addresses.map(async address => {
    while (goesOn) {
      seen.add((await predict(address, {})).status);
      seen.add((await readMetadata(address)).status);
      await sleep(PAUSE_MS);
    }
  });
  const traffic: KeylessTraffic = {
    stop: async () => {
      goesOn = false;
      running.delete(traffic);
      await Promise.all(runs);
      return [...seen].sort();
    },
  };
  running.add(traffic);
  return traffic;
}
