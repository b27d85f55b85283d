import { publicModelNameOf } from '@inference-portal/plugin-model-publishing-common';
import { HttpRoute, HttpRouteSpec } from '../cluster/resources/HttpRoute';
import {
  HttpRouteFilter,
  HttpRouteFilterSpec,
} from '../cluster/resources/HttpRouteFilter';
import { infoNameOf, routeNameOf } from '../names';
import { Address } from '../state/PublicationState';
import { parentRefsOf } from './parentRefsOf';
import { publicationMetadata } from './publicationMetadata';
import { RenderContext } from './RenderContext';
import { RenderedObject } from './RenderedObject';

/**
 * What `GET <externalPath>` answers of an OpenAI-compatible model: its model object, from the gateway itself. The AI
 * Gateway has lists of models only, and those show the models of everybody on a hostname.
 */
export function renderModelInfoAnswer(
  context: RenderContext,
  address: Address,
): RenderedObject<HttpRouteFilterSpec> {
  const { tenant, createdAt } = context.publication;
  const info = {
    id: publicModelNameOf(address.externalPath),
    object: 'model',
    created: Math.floor(Date.parse(createdAt) / 1000),
    owned_by: tenant,
  };
  return {
    apiVersion: HttpRouteFilter.apiVersion,
    kind: HttpRouteFilter.kind,
    metadata: infoMetadata(context, address),
    spec: {
      directResponse: {
        statusCode: 200,
        contentType: 'application/json',
        body: { type: 'Inline', inline: JSON.stringify(info) },
      },
    },
  };
}

/** The route to that answer. */
export function renderModelInfoRoute(
  context: RenderContext,
  address: Address,
): RenderedObject<HttpRouteSpec> {
  const metadata = infoMetadata(context, address);
  return {
    apiVersion: HttpRoute.apiVersion,
    kind: HttpRoute.kind,
    metadata,
    spec: {
      parentRefs: parentRefsOf(context.gateway, address.publicHostname),
      hostnames: [address.publicHostname],
      rules: [
        {
          name: 'info',
          matches: [
            {
              path: { type: 'Exact', value: address.externalPath },
              method: 'GET',
            },
          ],
          filters: [
            {
              type: 'ExtensionRef',
              extensionRef: {
                group: HttpRouteFilter.group,
                kind: HttpRouteFilter.kind,
                name: metadata.name,
              },
            },
          ],
        },
      ],
    },
  };
}

function infoMetadata(context: RenderContext, address: Address) {
  const { id, model } = context.publication;
  return {
    ...publicationMetadata(context, 'route'),
    name: infoNameOf(routeNameOf(id, model, address)),
  };
}
