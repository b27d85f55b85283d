import { GatewayAnswer } from './gateway';

/** Number of requests by client id and status, such as `{'<client id> 200': 3}`; without a key: `{' 401': 3}`. */
export type RequestTally = Record<string, number>;

export const tallyName = (clientId: string, status: number | string) =>
  `${clientId} ${status}`;

/** Sends requests and keeps count of what was answered. */
export class SentRequests {
  readonly tally: RequestTally = {};

  /**
   * Sends a request as often as asked, one after another.
   *
   * @param clientId - by which the gateway knows who asks; empty where it refuses the key
   */
  async send(
    times: number,
    clientId: string,
    request: () => Promise<GatewayAnswer>,
  ): Promise<void> {
    for (let sent = 0; sent < times; sent += 1) {
      const { status } = await request();
      const name = tallyName(clientId, status);
      this.tally[name] = (this.tally[name] ?? 0) + 1;
    }
  }
}
