import { SecurityPolicySpec } from '../cluster/resources/SecurityPolicy';

/** Header that tells the policies, and the model, which key was used. Clients cannot set it (see the guard). */
export const CLIENT_ID_HEADER = 'x-client-id';

/**
 * How Envoy finds and checks keys, the same everywhere and always with all four fields: a policy that leaves one out
 * may inherit it from another route of the listener (gateway-facts 1.4).
 */
export function keyAuthentication(
  credentialsName: string,
): NonNullable<SecurityPolicySpec['apiKeyAuth']> {
  return {
    credentialRefs: [{ name: credentialsName }],
    extractFrom: [{ headers: ['x-api-key', 'Authorization'] }],
    forwardClientIDHeader: CLIENT_ID_HEADER,
    // The key is removed from the request, so that the model never sees it.
    sanitize: true,
  };
}
