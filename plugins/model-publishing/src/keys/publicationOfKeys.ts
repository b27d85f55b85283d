import {
  PublicationRef,
  SnippetSource,
} from '@inference-portal/plugin-model-publishing-common';
import { KnownPublication } from '../api/usePublication';

/** What names a publication to the backend. */
export function refOf({
  modelName: model,
  tenantId: tenant,
  cluster,
}: KnownPublication): Required<PublicationRef> {
  return { model, tenant, cluster };
}

/** What snippets need to know of it. */
export function snippetSourceOf({
  externalUrl,
  openai,
  authentication: { requireApiKey },
}: KnownPublication): SnippetSource {
  return { externalUrl, openai, requireApiKey };
}
