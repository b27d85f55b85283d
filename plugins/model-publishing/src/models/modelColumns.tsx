import { Column } from '../paging/Column';
import { Texts } from '../translation/useTexts';
import { modelFacts } from './modelFacts';
import { ModelRow } from './ModelRow';
import { PublicationLink } from './PublicationLink';
import { Readiness } from './Readiness';

const reasonIdOf = ({ id }: ModelRow) => `not-ready-${id}`;

/** The columns of the table of models. */
export function modelColumns(
  t: Texts,
  options: { isOneCluster: boolean },
): Column<ModelRow>[] {
  return [
    ...modelFacts(t, options),
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
