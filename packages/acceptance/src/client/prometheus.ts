import { z } from 'zod';
import { control, counted } from './control';
import { target } from './target';

/** What needs a Prometheus; skipped where there is none. */
export const ifPrometheus = target.prometheusUrl ? describe : describe.skip;

/** What needs a gateway that can be told to restart. */
export const ifGatewayRestarts = target.mayRestartGateway
  ? describe
  : describe.skip;

const answerSchema = z.object({
  data: z.object({
    result: z.array(
      z.object({
        metric: z.record(z.string(), z.string()),
        value: z.tuple([z.number(), z.string()]),
      }),
    ),
  }),
});

export interface Sample {
  labels: Record<string, string>;
  value: number;
}

/** The Prometheus of the target, and the backend's connection to it. */
export const prometheus = {
  /**
   * The latest value of each series that a selector of PromQL names, or, of a whole Prometheus, that an expression gives;
   * asked past the backend's connection.
   */
  latest: async (selector: string): Promise<Sample[]> => {
    const url = new URL('/api/v1/query', target.prometheusUrl);
    const body = new URLSearchParams({ query: selector });
    const response = await fetch(url, { method: 'POST', body });
    if (!response.ok) {
      throw new Error(`${await response.text()} of ${selector}`);
    }
    const { data } = answerSchema.parse(await response.json());
    return data.result.map(({ metric, value: [, value] }) => ({
      labels: metric,
      value: Number(value),
    }));
  },
  /** Breaks the backend's connections to it off until it comes back. */
  lose: () => control('/prometheus/away'),
  regain: () => control('/prometheus/back'),
  /** How many requests the backend has sent to it so far. */
  requests: () => counted('/prometheus/requests'),
  /** All counts of Envoy and of the AI Gateway go, and begin at 0, as when their Pod is another one. */
  restartGateway: () => control('/gateway/restart'),
};
