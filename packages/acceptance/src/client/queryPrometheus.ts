import { z } from 'zod';

const answerSchema = z.object({
  status: z.literal('success'),
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

/** Base URL of the Prometheus that scrapes the gateway of the cluster (docs/testing.md). */
export const prometheusUrl = process.env.PROMETHEUS_URL;

/** What Prometheus answers to a query at this moment. Refused queries throw what it says of them. */
export async function queryPrometheus(query: string): Promise<Sample[]> {
  const response = await fetch(new URL('/api/v1/query', prometheusUrl), {
    method: 'POST',
    body: new URLSearchParams({ query }),
  });
  if (!response.ok) {
    throw new Error(`${await response.text()} of ${query}`);
  }
  const { data } = answerSchema.parse(await response.json());
  return data.result.map(({ metric, value: [, value] }) => ({
    labels: metric,
    value: Number(value),
  }));
}
