import { parse } from '@marcbachmann/cel-js';
import { ClusterObjects, WithSource } from '../ClusterObjects';
import {
  ApiKeyAuth,
  SecurityPolicy,
  securityPolicySchema,
} from '../resources/SecurityPolicy';
import { ApiKeyFeature, SecurityFeatures } from './GatewayConfiguration';
import { mergePolicy } from './mergePolicy';
import { PolicyBehaviour } from './PolicyAttachment';

class InvalidPolicy extends Error {}

/** Client ids in Secret order, then alphabetically; the first of a doubled id counts, a doubled value does not. */
function readClients(
  auth: ApiKeyAuth,
  namespace: string,
  secrets: ClusterObjects['secrets'],
): Record<string, string> {
  const clients: Record<string, string> = {};
  for (const reference of auth.credentialRefs) {
    const key = `${reference.namespace ?? namespace}/${reference.name}`;
    const secret = secrets.get(key);
    if (!secret) {
      throw new InvalidPolicy(`APIKeyAuth: secret ${key} does not exist.`);
    }
    const known = new Set(Object.values(clients));
    for (const clientId of Object.keys(secret.data).sort()) {
      if (!known.has(clientId)) {
        const value = Buffer.from(
          secret.data[clientId] ?? '',
          'base64',
        ).toString('utf8');
        if (Object.hasOwn(clients, value)) {
          throw new InvalidPolicy('APIKeyAuth: duplicated API key');
        }
        clients[value] = clientId;
      }
    }
  }
  return clients;
}

function requireValidExpressions(policy: SecurityPolicy): void {
  for (const { cel } of policy.spec.authorization?.rules ?? []) {
    if (cel !== undefined) {
      try {
        parse(cel);
      } catch {
        throw new InvalidPolicy(
          `Authorization: invalid CEL expression: ${cel}`,
        );
      }
    }
  }
}

/** Security features of routes. An invalid part makes the whole policy invalid, and its routes answer 500. */
export function securityPolicyBehaviour({
  secrets,
}: ClusterObjects): PolicyBehaviour<
  WithSource<SecurityPolicy>,
  SecurityFeatures
> {
  const buildApiKeyAuth = (
    policy: SecurityPolicy,
    credentialsNamespace: string,
  ): ApiKeyFeature | undefined => {
    const auth = policy.spec.apiKeyAuth;
    return (
      auth && {
        clients: readClients(auth, credentialsNamespace, secrets),
        extractFrom: auth.extractFrom,
        forwardClientIdHeader: auth.forwardClientIDHeader?.toLowerCase(),
        sanitize: auth.sanitize,
      }
    );
  };

  return {
    plural: 'securityPolicies',
    translate(policy, parent) {
      const effective = parent
        ? securityPolicySchema.parse(mergePolicy(parent.source, policy.source))
        : policy;
      const ownsCredentials = policy.spec.apiKeyAuth?.credentialRefs.length;
      const owner = ownsCredentials || !parent ? policy : parent;
      const { authorization } = effective.spec;
      try {
        requireValidExpressions(effective);
        const apiKeyAuth = buildApiKeyAuth(effective, owner.metadata.namespace);
        return { features: { apiKeyAuth, authorization } };
      } catch (error) {
        if (error instanceof InvalidPolicy) {
          return { features: { authorization }, problem: error.message };
        }
        throw error;
      }
    },
    apply(draft, { features, problem }) {
      if (draft.security) {
        return;
      }
      draft.security = features;
      if (problem) {
        draft.directResponse = 500;
      }
    },
  };
}
