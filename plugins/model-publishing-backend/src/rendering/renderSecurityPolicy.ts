import { HttpRoute } from '../cluster/resources/HttpRoute';
import {
  SecurityPolicy,
  SecurityPolicySpec,
} from '../cluster/resources/SecurityPolicy';
import { clientIdPrefixOf, credentialsNameOf } from '../names';
import { CLIENT_ID_HEADER, keyAuthentication } from './keyAuthentication';
import { publicationMetadata } from './publicationMetadata';
import { RenderContext } from './RenderContext';
import { RenderedObject } from './RenderedObject';

/**
 * Who may use a traditional model: the publication's own keys, and only client ids of this publication. It never
 * changes when keys do (CEL in `authorization`: Envoy Gateway >= 1.9, stack-proof 12).
 */
export function renderSecurityPolicy(
  context: RenderContext,
): RenderedObject<SecurityPolicySpec> {
  const { id, model } = context.publication;
  const metadata = publicationMetadata(context, 'security-policy');
  return {
    apiVersion: SecurityPolicy.apiVersion,
    kind: SecurityPolicy.kind,
    metadata,
    spec: {
      targetRefs: [
        { group: HttpRoute.group, kind: HttpRoute.kind, name: metadata.name },
      ],
      apiKeyAuth: keyAuthentication(credentialsNameOf(id, model)),
      authorization: {
        defaultAction: 'Deny',
        rules: [
          {
            name: 'publication',
            action: 'Allow',
            cel: `request.headers['${CLIENT_ID_HEADER}'].startsWith('${clientIdPrefixOf(
              id,
            )}')`,
          },
        ],
      },
    },
  };
}
