import { z } from 'zod';

/** Printable ASCII without spaces: what an environment variable or a file adds at the end would break the header. */
const tokenSchema = z
  .string()
  .regex(/^[\x21-\x7e]+$/, 'must be printable ASCII without spaces');

/** The ways to prove who asks, of which a Prometheus is given at most one. */
export const prometheusAuthorizationShape = {
  bearerToken: tokenSchema.optional(),
  bearerTokenFile: z.string().min(1).optional(),
  basic: z
    .strictObject({
      username: z
        .string()
        .regex(/^[^:]+$/, 'must not be empty, and must have no colon'),
      password: z.string(),
    })
    .optional(),
};

type GivenAuthorization = z.output<
  z.ZodObject<typeof prometheusAuthorizationShape>
>;

export type PrometheusAuthorization =
  | { type: 'token'; token: string }
  | { type: 'tokenFile'; file: string }
  | { type: 'basic'; username: string; password: string };

/** undefined: none is needed, or a header of its own is. */
export function authorizationOf({
  bearerToken,
  bearerTokenFile,
  basic,
}: GivenAuthorization): PrometheusAuthorization | undefined {
  if (bearerToken) {
    return { type: 'token', token: bearerToken };
  }
  if (bearerTokenFile) {
    return { type: 'tokenFile', file: bearerTokenFile };
  }
  return basic && { type: 'basic', ...basic };
}
