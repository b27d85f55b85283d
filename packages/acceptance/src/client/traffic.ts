import http from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { SETOSA } from './gateway';
import { QUESTION } from './publishChat';
import { target } from './target';

/** An address with the key to send; undefined: none. */
export interface Aim {
  publicHostname: string;
  externalPath: string;
  apiKey?: string;
  /** Of an OpenAI-compatible model, which is asked for chat completions. */
  openai?: { model: string };
}

export interface TrafficReport {
  sent: number;
  /** Number of answers by status; 0: no answer. */
  statuses: Record<number, number>;
  /** First answers that were not as expected. */
  surprises: string[];
}

export interface Traffic {
  /** From now on the traffic goes here. */
  aim: Aim;
  stop(): Promise<TrafficReport>;
}

const SURPRISES_MAX = 5;
const TIMEOUT_MS = 10_000;
const running = new Set<Traffic>();

/** Ends what a failed test has left running. */
export async function stopTraffic(): Promise<void> {
  await Promise.all([...running].map(traffic => traffic.stop()));
}

/**
 * Sends predictions, or chat completions, at a steady rate, whether earlier ones have been answered or not, on connections that are kept.
 *
 * @param options.perSecond - requests
 * @param options.expected - the status that every answer should have
 */
export function startTraffic(
  aim: Aim,
  { perSecond, expected }: { perSecond: number; expected: number },
): Traffic {
  const agent = new http.Agent({ keepAlive: true });
  const statuses: Record<number, number> = {};
  const surprises: string[] = [];
  const open = new Set<Promise<void>>();
  let sent = 0;
  const sendOne = async (to: Aim) => {
    const startedAt = new Date().toISOString();
    const status = await predictStatus(to, agent);
    statuses[status] = (statuses[status] ?? 0) + 1;
    if (status !== expected && surprises.length < SURPRISES_MAX) {
      surprises.push(
        `${status} at ${to.publicHostname}${to.externalPath}, sent ${startedAt}`,
      );
    }
  };
  const going: { aim: Aim; on: boolean } = { aim, on: true };
  const loop = async () => {
    const startedAt = Date.now();
    while (going.on) {
      const due = ((Date.now() - startedAt) / 1000) * perSecond;
      while (sent < due) {
        sent++;
        const one: Promise<void> = sendOne(going.aim).finally(() =>
          open.delete(one),
        );
        open.add(one);
      }
      await sleep(5);
    }
    await Promise.all(open);
  };
  const ended = loop();
  const traffic: Traffic = {
    get aim() {
      return going.aim;
    },
    set aim(next) {
      going.aim = next;
    },
    stop: async () => {
      going.on = false;
      running.delete(traffic);
      await ended;
      agent.destroy();
      return { sent, statuses, surprises };
    },
  };
  running.add(traffic);
  return traffic;
}

function predictStatus(aim: Aim, agent: http.Agent): Promise<number> {
  const { publicHostname, externalPath, apiKey, openai } = aim;
  const { hostname, port } = new URL(target.gatewayUrl);
  const body = JSON.stringify(
    openai ? { model: openai.model, messages: QUESTION } : SETOSA,
  );
  return new Promise(resolve => {
    const request = http.request(
      {
        agent,
        host: hostname,
        port,
        method: 'POST',
        path: openai ? '/v1/chat/completions' : `${externalPath}/predict`,
        timeout: TIMEOUT_MS,
        headers: {
          Host: publicHostname,
          'Content-Type': 'application/json',
          'Content-Length': String(Buffer.byteLength(body)),
          ...(apiKey && { 'X-API-Key': apiKey }),
        },
      },
      response => {
        response.on('error', () => resolve(0));
        response.on('end', () => resolve(response.statusCode ?? 0));
        response.resume();
      },
    );
    request.on('error', () => {
      // A kept connection that the gateway closes at that moment: what clients send again, and what no server can avoid.
      if (request.reusedSocket) {
        resolve(predictStatus(aim, agent));
      } else {
        resolve(0);
      }
    });
    request.on('timeout', () => request.destroy());
    request.end(body);
  });
}
