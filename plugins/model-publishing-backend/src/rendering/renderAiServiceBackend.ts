import {
  AiServiceBackend,
  AiServiceBackendSpec,
} from '../cluster/resources/AiServiceBackend';
import { Backend } from '../cluster/resources/Backend';
import { Upstream } from '../models/Upstream';
import { KEY_HEADERS } from './keyAuthentication';
import { publicationMetadata } from './publicationMetadata';
import { RenderContext } from './RenderContext';
import { RenderedObject } from './RenderedObject';

/** The dialect of an OpenAI-compatible model server: which prefix its paths have. */
export function renderAiServiceBackend(
  context: RenderContext,
  { openaiPrefix }: Upstream,
): RenderedObject<AiServiceBackendSpec> {
  const metadata = publicationMetadata(context, 'backend');
  const { requireApiKey } = context.publication.configuration.authentication;
  return {
    apiVersion: AiServiceBackend.apiVersion,
    kind: AiServiceBackend.kind,
    metadata,
    spec: {
      schema: { name: 'OpenAI', prefix: openaiPrefix },
      backendRef: {
        group: Backend.group,
        kind: Backend.kind,
        name: metadata.name,
      },
      // Where keys are asked for, Envoy itself takes them out.
      ...(!requireApiKey && { headerMutation: { remove: KEY_HEADERS } }),
    },
  };
}
