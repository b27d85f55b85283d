import { Column } from '../paging/Column';
import { placeText } from '../paging/placeText';
import { Texts } from '../translation/useTexts';
import { ModelCell } from './ModelCell';
import { ModelRow } from './ModelRow';
import { TypeChips } from './TypeChips';

/** The columns of every table of models: which one, and what it is. */
export function modelFacts(
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
  ];
}
