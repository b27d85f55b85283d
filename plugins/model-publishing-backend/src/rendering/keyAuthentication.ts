import { SecurityPolicySpec } from '../cluster/resources/SecurityPolicy';

/** Header that tells the policies, and the model, which key was used. Clients cannot set it (see the guard). */
export const CLIENT_ID_HEADER = 'x-client-id';

/** Where keys are looked for, in this order. */
export const KEY_HEADERS = ['x-api-key', 'Authorization'];

/**
 * How Envoy finds and checks keys, the same everywhere and always with all four fields: a policy that leaves one out
 * may inherit it from another route of the listener (gateway-facts 1.4).
 *
 * @param credentials - names of the Secrets; each must exist and hold an entry
 */
export function keyAuthentication(
  credentials: string[],
): NonNullable<SecurityPolicySpec['apiKeyAuth']> {
  return {
    credentialRefs: credentials.map(name => ({ name })),
    extractFrom: [{ headers: KEY_HEADERS }],
    forwardClientIDHeader: CLIENT_ID_HEADER,
    // The key is removed from the request, so that the model never sees it.
    sanitize: true,
  };
}
