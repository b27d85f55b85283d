import { Backend, BackendSpec } from '../cluster/resources/Backend';
import { Upstream } from '../models/Upstream';
import { publicationMetadata } from './publicationMetadata';
import { RenderContext } from './RenderContext';
import { RenderedObject } from './RenderedObject';

/** Where Envoy finds the model: a DNS name, so that no ReferenceGrant into the tenant's namespace is needed. */
export function renderBackend(
  context: RenderContext,
  { hostname, port }: Upstream,
): RenderedObject<BackendSpec> {
  return {
    apiVersion: Backend.apiVersion,
    kind: Backend.kind,
    metadata: publicationMetadata(context, 'backend'),
    spec: { endpoints: [{ fqdn: { hostname, port } }] },
  };
}
