import {
  HttpRoute,
  HttpRouteFilterRef,
  HttpRouteRule,
  HttpRouteSpec,
} from '../cluster/resources/HttpRoute';
import { Backend } from '../cluster/resources/Backend';
import { Upstream } from '../models/Upstream';
import { objectNameOf, routeNameOf } from '../names';
import { Address } from '../state/PublicationState';
import { KEY_HEADERS } from './keyAuthentication';
import { parentRefsOf } from './parentRefsOf';
import { publicationMetadata } from './publicationMetadata';
import { RenderContext } from './RenderContext';
import { RenderedObject } from './RenderedObject';
import { MODEL_HEADER } from './renderGuard';

/** What a traditional model answers outside, and where in the model server that is (KServe 0.20, gateway-facts 6.3). */
function endpointsOf(
  externalPath: string,
  { servedName, protocol }: Upstream,
): Array<{
  name: string;
  method: 'GET' | 'POST';
  path: string;
  upstreamPath: string;
}> {
  const v1 = `/v1/models/${servedName}`;
  const v2 = `/v2/models/${servedName}`;
  return [
    {
      name: 'predict',
      method: 'POST',
      path: `${externalPath}/predict`,
      upstreamPath: `${v1}:predict`,
    },
    {
      name: 'explain',
      method: 'POST',
      path: `${externalPath}/explain`,
      upstreamPath: `${v1}:explain`,
    },
    {
      name: 'infer',
      method: 'POST',
      path: `${externalPath}/infer`,
      upstreamPath: `${v2}/infer`,
    },
    {
      name: 'metadata',
      method: 'GET',
      path: externalPath,
      upstreamPath: protocol === 'v2' ? v2 : v1,
    },
  ];
}

/**
 * What models have no business with: the guard's mark for the AI Gateway and, where they are public, keys that clients send
 * by habit. Where keys are asked for, Envoy takes them out.
 */
function withoutHeaders(requireApiKey: boolean): HttpRouteFilterRef {
  return {
    type: 'RequestHeaderModifier',
    requestHeaderModifier: {
      remove: [MODEL_HEADER, ...(requireApiKey ? [] : KEY_HEADERS)],
    },
  };
}

/**
 * The route of one address of a traditional model. Exact paths only: nothing else of the model server can be reached, and no path
 * of another publication can be shadowed.
 */
export function renderHttpRoute(
  context: RenderContext,
  upstream: Upstream,
  { publicHostname, externalPath }: Address,
): RenderedObject<HttpRouteSpec> {
  const { publication, gateway, timeouts } = context;
  const { id, model, configuration } = publication;
  const backend = {
    group: Backend.group,
    kind: Backend.kind,
    name: objectNameOf(id, model),
  };
  const rules = endpointsOf(externalPath, upstream).map(
    ({ name, method, path, upstreamPath }): HttpRouteRule => ({
      name,
      matches: [{ path: { type: 'Exact', value: path }, method }],
      filters: [
        withoutHeaders(configuration.authentication.requireApiKey),
        {
          type: 'URLRewrite',
          urlRewrite: {
            ...(upstream.hostHeader && { hostname: upstream.hostHeader }),
            path: { type: 'ReplaceFullPath', replaceFullPath: upstreamPath },
          },
        },
      ],
      backendRefs: [backend],
      timeouts: { request: `${timeouts.traditionalSeconds}s` },
    }),
  );
  return {
    apiVersion: HttpRoute.apiVersion,
    kind: HttpRoute.kind,
    metadata: {
      ...publicationMetadata(context, 'route'),
      name: routeNameOf(id, model, { publicHostname, externalPath }),
    },
    spec: {
      parentRefs: parentRefsOf(gateway, publicHostname),
      hostnames: [publicHostname],
      rules,
    },
  };
}
