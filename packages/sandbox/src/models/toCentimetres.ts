import { z } from 'zod';

const millimetres = z.looseObject({
  instances: z.array(z.array(z.number())),
});

/**
 * What the sandbox's transformer does before it passes a request on: flowers that were measured in millimetres become
 * what the classifier knows. A body of another form (protocol v1 without rows of numbers, or v2) stays as it is.
 */
export function toCentimetres(body: unknown): unknown {
  const request = millimetres.safeParse(body);
  return request.success
    ? {
        ...request.data,
        instances: request.data.instances.map(row =>
          row.map(length => length / 10),
        ),
      }
    : body;
}
