import { modelFacts } from '../models/modelFacts';
import { ModelRow } from '../models/ModelRow';
import { Column } from '../paging/Column';
import { Texts } from '../translation/useTexts';
import { ChooseLink } from './ChooseLink';

/** The columns of the table of models that can be published. */
export function choiceColumns(
  t: Texts,
  options: { isOneCluster: boolean },
): Column<ModelRow>[] {
  return [
    ...modelFacts(t, options),
    {
      title: t('wizard.model.choice'),
      cell: model => <ChooseLink model={model} />,
    },
  ];
}
