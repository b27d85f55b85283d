import { ClusterObjects } from '../ClusterObjects';
import { compileExpression } from '../expressions';
import { WithSource } from '../objectReader';
import {
  ApiKeyAuth,
  Authorization,
  SecurityPolicy,
  securityPolicySchema,
} from '../resources/SecurityPolicy';
import {
  ApiKeyFeature,
  invalidRoute,
  SecurityFeatures,
} from './GatewayConfiguration';
import { mergePolicy } from './mergePolicy';
import { PolicyBehaviour } from './PolicyAttachment';

/** A part of a policy, or why there is none. */
interface Built<T> {
  readonly value?: T;
  readonly problem?: string;
}

/** Client ids in Secret order, then alphabetically; the first of a doubled id counts, a doubled value does not. */
function readClients(
  auth: ApiKeyAuth,
  namespace: string,
  secrets: ClusterObjects['secrets'],
): Built<Record<string, string>> {
  const clients: Record<string, string> = {};
  for (const reference of auth.credentialRefs) {
    const key = `${reference.namespace ?? namespace}/${reference.name}`;
    const secret = secrets.get(key);
    if (!secret) {
      return { problem: `APIKeyAuth: secret ${key} does not exist.` };
    }
    const known = new Set(Object.values(clients));
    for (const id of Object.keys(secret.data).sort()) {
      const value = Buffer.from(secret.data[id] ?? '', 'base64').toString();
      if (!known.has(id) && Object.hasOwn(clients, value)) {
        return { problem: 'APIKeyAuth: duplicated API key' };
      }
      if (!known.has(id)) {
        clients[value] = id;
      }
    }
  }
  return { value: clients };
}

function buildApiKeyAuth(
  auth: ApiKeyAuth,
  namespace: string,
  secrets: ClusterObjects['secrets'],
): Built<ApiKeyFeature> {
  const { value: clients, problem } = readClients(auth, namespace, secrets);
  return {
    problem,
    value: clients && {
      clients,
      extractFrom: auth.extractFrom,
      forwardClientIdHeader: auth.forwardClientIDHeader?.toLowerCase(),
      sanitize: auth.sanitize,
    },
  };
}

function buildAuthorization(
  authorization: Authorization,
): Built<Authorization> {
  const invalid = authorization.rules
    .flatMap(({ cel }) => cel ?? [])
    .find(expression => !compileExpression(expression));
  return invalid === undefined
    ? { value: authorization }
    : { problem: `Authorization: invalid CEL expression: ${invalid}` };
}

/**
 * Security features of routes.
 *
 * An invalid part makes the whole policy invalid and its routes answer 500, but the parts that are valid still
 * decide first: a route whose Secret is missing answers 403 to whom its authorization does not admit.
 */
export function securityPolicyBehaviour({
  secrets,
}: ClusterObjects): PolicyBehaviour<
  WithSource<SecurityPolicy>,
  SecurityFeatures
> {
  return {
    plural: 'securityPolicies',
    translate(policy, parent) {
      const { spec } = parent
        ? securityPolicySchema.parse(mergePolicy(parent.source, policy.source))
        : policy;
      const ownsCredentials = policy.spec.apiKeyAuth?.credentialRefs.length;
      const owner = ownsCredentials || !parent ? policy : parent;
      const apiKeyAuth: Built<ApiKeyFeature> = spec.apiKeyAuth
        ? buildApiKeyAuth(spec.apiKeyAuth, owner.metadata.namespace, secrets)
        : {};
      const authorization: Built<Authorization> = spec.authorization
        ? buildAuthorization(spec.authorization)
        : {};
      const problems = [apiKeyAuth, authorization].flatMap(
        ({ problem }) => problem ?? [],
      );
      return {
        features: {
          apiKeyAuth: apiKeyAuth.value,
          authorization: authorization.value,
        },
        problem: problems.length ? problems.join('\n') : undefined,
      };
    },
    apply(draft, { features, problem }) {
      if (draft.security) {
        return;
      }
      draft.security = features;
      if (problem) {
        draft.directResponse = invalidRoute;
      }
    },
  };
}
