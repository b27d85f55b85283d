import {
  SecurityPolicy,
  SecurityPolicySpec,
} from '../cluster/resources/SecurityPolicy';
import { clientIdPrefixOf, credentialsNameOf } from '../names';
import { CLIENT_ID_HEADER, keyAuthentication } from './keyAuthentication';
import { publicationMetadata } from './publicationMetadata';
import { RenderContext } from './RenderContext';
import { RenderedObject } from './RenderedObject';
import { routeTargets } from './routeTargets';

/**
 * Who may use a traditional model: the publication's own keys, and only client ids of this publication and of tenants
 * that are allowed. It never changes when keys do, and a tenant that is no longer allowed loses access at once while
 * its keys stay where they are, in case it returns (CEL in `authorization`: Envoy Gateway >= 1.9, stack-proof 12).
 */
export function renderSecurityPolicy(
  context: RenderContext,
): RenderedObject<SecurityPolicySpec> {
  const { id, model, configuration } = context.publication;
  const metadata = publicationMetadata(context, 'security-policy');
  return {
    apiVersion: SecurityPolicy.apiVersion,
    kind: SecurityPolicy.kind,
    metadata,
    spec: {
      targetRefs: routeTargets(context),
      apiKeyAuth: keyAuthentication(credentialsNameOf(id, model)),
      authorization: {
        defaultAction: 'Deny',
        rules: configuration.authentication.allowedTenants.map(tenant => ({
          name: tenant,
          action: 'Allow' as const,
          cel: `request.headers['${CLIENT_ID_HEADER}'].startsWith('${clientIdPrefixOf(
            id,
          )}${tenant}.')`,
        })),
      },
    },
  };
}
