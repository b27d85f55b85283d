import { Server } from 'node:http';
import { listenOnLoopback, PortTakenError } from '../listenOnLoopback';

/** Last numbers of addresses that are tried, 127.0.0.1 and other likely ones left out. */
const first = 31;
const last = 250;

/**
 * Listens on a given port of a loopback address where nobody else does. Linux answers at all of 127.0.0.0/8; elsewhere the
 * addresses have to be added first.
 *
 * @returns the address
 */
export async function listenOnFreeAddress(
  server: Server,
  port: number,
  purpose: string,
): Promise<string> {
  for (let number = first; ; number += 1) {
    const address = `127.0.0.${number}`;
    try {
      await listenOnLoopback(server, port, purpose, address);
      return address;
    } catch (error) {
      if (!(error instanceof PortTakenError) || number === last) {
        throw error;
      }
    }
  }
}
