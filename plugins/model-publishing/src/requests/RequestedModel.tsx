import { useRouteRef } from '@backstage/core-plugin-api';
import { AccessRequest } from '@inference-portal/plugin-model-publishing-common';
import { ModelCell } from '../models/ModelCell';
import { publicationRouteRef } from '../routes';
import { useTexts } from '../translation/useTexts';

/** What is asked for, with the way to it as long as it is there. */
export function RequestedModel({
  request: { cluster, modelName: model, publisherTenantId, isPublished },
}: {
  request: AccessRequest;
}) {
  const t = useTexts();
  const publicationPath = useRouteRef(publicationRouteRef);
  const place = { cluster, tenant: publisherTenantId, model };
  return (
    <ModelCell
      name={model}
      place={isPublished ? publisherTenantId : t('requests.gone')}
      to={
        isPublished ? publicationPath({ ...place, tab: 'access' }) : undefined
      }
    />
  );
}
