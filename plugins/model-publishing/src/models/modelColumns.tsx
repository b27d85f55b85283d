import { Model } from '@inference-portal/plugin-model-publishing-common';
import { Column } from '../paging/Column';
import { placeText } from '../paging/placeText';
import { Texts } from '../translation/useTexts';
import { ModelCell } from './ModelCell';
import { PublicationLink } from './PublicationLink';
import { Readiness } from './Readiness';
import { TypeChips } from './TypeChips';

/** A model as a row of a table. */
export type ModelRow = Model & { id: string };

export const rowOf = (model: Model): ModelRow => ({
  ...model,
  id: `${model.cluster}/${model.tenantId}/${model.name}`,
});

const reasonIdOf = ({ id }: ModelRow) => `not-ready-${id}`;

/** The columns of the table of models. */
export function modelColumns(
  t: Texts,
  { isOneCluster }: { isOneCluster: boolean },
): Column<ModelRow>[] {
  return [
    {
      title: t('models.columns.model'),
      sort: 'name',
      moreSorts: [{ by: 'tenant', title: t('models.columns.tenant') }],
      cell: model => (
        <ModelCell name={model.name} place={placeText(model, isOneCluster)} />
      ),
    },
    {
      title: t('models.columns.type'),
      sort: 'type',
      cell: ({ modelType, modelTypeRule }) => (
        <TypeChips modelType={modelType} rule={modelTypeRule} />
      ),
    },
    {
      title: t('models.columns.format'),
      hideBelow: 'md',
      cell: ({ modelFormat }) => modelFormat,
    },
    {
      title: t('models.columns.ready'),
      sort: 'ready',
      cell: model => <Readiness model={model} reasonId={reasonIdOf(model)} />,
    },
    {
      title: t('models.columns.published'),
      cell: model => (
        <PublicationLink model={model} reasonId={reasonIdOf(model)} />
      ),
    },
  ];
}
