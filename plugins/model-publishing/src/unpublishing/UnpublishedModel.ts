import { ListedPublication } from '@inference-portal/plugin-model-publishing-common';

/** What has to be known of a publication before it is removed. */
export type UnpublishedModel = Pick<
  ListedPublication,
  | 'modelName'
  | 'tenantId'
  | 'cluster'
  | 'externalUrl'
  | 'openai'
  | 'requireApiKey'
>;
