import { InfoCard } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import {
  MODEL_ANNOTATION,
  parseModelRef,
} from '@inference-portal/plugin-model-publishing-common';
import { Notice } from '../feedback/Notice';
import { publishedRouteRef } from '../routes';
import { useTexts } from '../translation/useTexts';
import { ModelPublication } from './ModelPublication';

/** On the page of an entity that stands for a model: whether and how the model is published. */
export function ModelPublicationCard() {
  const t = useTexts();
  const { entity } = useEntity();
  const publishedPath = useRouteRef(publishedRouteRef);
  const value = entity.metadata.annotations?.[MODEL_ANNOTATION] ?? '';
  const modelRef = parseModelRef(value);
  return (
    <InfoCard
      title={t('card.title')}
      variant="gridItem"
      deepLink={{ link: publishedPath(), title: t('card.all') }}
    >
      {modelRef ? (
        <ModelPublication modelRef={modelRef} />
      ) : (
        <Notice severity="error">
          {t('card.badAnnotation', { annotation: MODEL_ANNOTATION, value })}
        </Notice>
      )}
    </InfoCard>
  );
}
