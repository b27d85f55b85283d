import {
  SecurityPolicy,
  SecurityPolicySpec,
} from '../cluster/resources/SecurityPolicy';
import { clientIdPrefixOf, credentialsNameOf } from '../names';
import { CLIENT_ID_HEADER, keyAuthentication } from './keyAuthentication';
import { publicationMetadata } from './publicationMetadata';
import { RenderContext } from './RenderContext';
import { RenderedObject } from './RenderedObject';
import { protectedTargets } from './routeTargets';

/** Who may use a model. It never changes when keys do. */
export function renderSecurityPolicy(
  context: RenderContext,
): RenderedObject<SecurityPolicySpec> {
  return {
    apiVersion: SecurityPolicy.apiVersion,
    kind: SecurityPolicy.kind,
    metadata: publicationMetadata(context, 'security-policy'),
    spec: {
      targetRefs: protectedTargets(context),
      ...protectionOf(context),
    },
  };
}

/**
 * - Public: everybody. A policy of its own and complete, so that the guard's takes no part.
 * - Traditional: the publication's own keys, and of these those of tenants that are allowed.
 * - OpenAI-compatible: the guard asks for the key, since on AI routes Envoy checks keys before it knows the model
 *   (layout B of stack-proof 2.4); merged into it, who may use this model.
 */
function protectionOf(
  context: RenderContext,
): Omit<SecurityPolicySpec, 'targetRefs'> {
  const { id, model, configuration } = context.publication;
  if (!configuration.authentication.requireApiKey) {
    return { authorization: { defaultAction: 'Allow' } };
  }
  const authorization = authorizationOf(context);
  return configuration.modelType === 'openai'
    ? { mergeType: 'StrategicMerge', authorization }
    : {
        apiKeyAuth: keyAuthentication([credentialsNameOf(id, model)]),
        authorization,
      };
}

/**
 * Only client ids of this publication and of tenants that are allowed. A tenant that is no longer allowed loses access
 * at once while its keys stay where they are, in case it returns (CEL in `authorization`: Envoy Gateway >= 1.9,
 * stack-proof 12).
 */
function authorizationOf({
  publication: { id, configuration },
}: RenderContext): NonNullable<SecurityPolicySpec['authorization']> {
  return {
    defaultAction: 'Deny',
    rules: configuration.authentication.allowedTenants.map(tenant => ({
      name: tenant,
      action: 'Allow' as const,
      cel: `request.headers['${CLIENT_ID_HEADER}'].startsWith('${clientIdPrefixOf(
        id,
      )}${tenant}.')`,
    })),
  };
}
