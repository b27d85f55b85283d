import { ModelCell } from '../models/ModelCell';
import { ModelRow } from '../models/modelColumns';
import { TypeChips } from '../models/TypeChips';
import { Column } from '../paging/Column';
import { placeText } from '../paging/placeText';
import { Texts } from '../translation/useTexts';
import { ChooseLink } from './ChooseLink';

/** The columns of the table of models that can be published. */
export function choiceColumns(
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
      title: t('wizard.model.choice'),
      cell: model => <ChooseLink model={model} />,
    },
  ];
}
