import {
  SecurityPolicy,
  SecurityPolicySpec,
} from '../cluster/resources/SecurityPolicy';
import {
  clientIdPrefixOf,
  credentialsNameOf,
  guardCredentialsNameOf,
  infoNameOf,
  keyShardNameOf,
} from '../names';
import { CLIENT_ID_HEADER, keyAuthentication } from './keyAuthentication';
import { publicationMetadata } from './publicationMetadata';
import { RenderContext } from './RenderContext';
import { RenderedObject } from './RenderedObject';
import { infoTargets, routeTargets } from './routeTargets';

/** Who may use a model. They never change when keys do. */
export function renderSecurityPolicies(
  context: RenderContext,
): RenderedObject<SecurityPolicySpec>[] {
  const { modelType } = context.publication.configuration;
  const policy = {
    apiVersion: SecurityPolicy.apiVersion,
    kind: SecurityPolicy.kind,
    metadata: publicationMetadata(context, 'security-policy'),
    spec: {
      targetRefs: routeTargets(context),
      ...protectionOf(context, credentialsOfModel(context)),
    },
  };
  return modelType === 'openai'
    ? [policy, renderInfoPolicy(context, policy)]
    : [policy];
}

/**
 * - Traditional: the publication's own keys.
 * - OpenAI-compatible: none but the guard's own, which open no model. The key was checked at the entrance
 *   (`renderEntrance`), and Envoy does not look at it again; a request that came here another way is refused. So lost
 *   routes and policies close models, and the keys of all models need not stand in each route.
 */
function credentialsOfModel({ publication, gateway }: RenderContext): string[] {
  const { id, model, configuration } = publication;
  return configuration.modelType === 'openai'
    ? [guardCredentialsNameOf(gateway.gateway)]
    : [credentialsNameOf(id, model)];
}

/**
 * The same for what is told about an OpenAI-compatible model, which is no route of the AI Gateway, so that keys are
 * checked on it: those of the model's shard, and the portal's own, which finds out that way whether there is a route.
 */
function renderInfoPolicy(
  context: RenderContext,
  policy: RenderedObject<SecurityPolicySpec>,
): RenderedObject<SecurityPolicySpec> {
  const { publication, gateway } = context;
  const credentials = [
    guardCredentialsNameOf(gateway.gateway),
    keyShardNameOf(gateway.gateway, publication.id.charAt(0)),
  ];
  return {
    ...policy,
    metadata: {
      ...policy.metadata,
      name: infoNameOf(policy.metadata.name),
    },
    spec: {
      targetRefs: infoTargets(context),
      ...protectionOf(context, credentials),
    },
  };
}

/** Public models admit everybody. Every policy is complete, so that the guard's takes no part. */
function protectionOf(
  context: RenderContext,
  credentials: string[],
): Omit<SecurityPolicySpec, 'targetRefs'> {
  const { requireApiKey } = context.publication.configuration.authentication;
  return requireApiKey
    ? {
        apiKeyAuth: keyAuthentication(credentials),
        authorization: authorizationOf(context),
      }
    : { authorization: { defaultAction: 'Allow' } };
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
