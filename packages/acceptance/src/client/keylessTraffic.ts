import { setTimeout as sleep } from 'node:timers/promises';
import { predict, readMetadata } from './gateway';

const PAUSE_MS = 10;

export interface KeylessTraffic {
  /** Ends the traffic and answers with every status that was seen. */
  stop: () => Promise<number[]>;
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
  return {
    stop: async () => {
      goesOn = false;
      await Promise.all(runs);
      return [...seen].sort();
    },
  };
}
