import { z } from 'zod';

/** Why there is no complete answer. */
export const testFailureSchema = z.enum([
  'unreachable',
  'certificate-refused',
  'timeout',
  'broken-off',
]);
export type TestFailure = z.infer<typeof testFailureSchema>;

/** One line of the answer to a test request: response, any number of data, end; or an error at any point, which is the last. */
export const testEventSchema = z
  .discriminatedUnion('type', [
    z.object({
      type: z.literal('response'),
      status: z.number().describe('Of the answer that the gateway gave'),
      headers: z
        .record(z.string(), z.string())
        .describe('By lower-case name; several of one name with commas'),
      latencyMs: z.number().describe('From the request to these headers'),
    }),
    z.object({
      type: z.literal('data'),
      text: z.string().describe('The next part of the body'),
    }),
    z.object({
      type: z.literal('end'),
      durationMs: z.number().describe('From the request to the last part'),
      truncated: z
        .boolean()
        .describe('Whether the body was longer than 1 MiB and cut there'),
    }),
    z.object({
      type: z.literal('error'),
      reason: testFailureSchema,
      message: z.string(),
    }),
  ])
  .describe('One JSON object a line, as soon as there is something to tell');
export type TestEvent = z.infer<typeof testEventSchema>;
