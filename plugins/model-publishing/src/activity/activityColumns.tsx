import { Activity } from '@inference-portal/plugin-model-publishing-common';
import { Column } from '../paging/Column';
import { Texts } from '../translation/useTexts';
import { actionText } from './activityWords';
import { ActorCell } from './ActorCell';
import { DetailsCell } from './DetailsCell';
import { OutcomeCell } from './OutcomeCell';
import { WhenCell } from './WhenCell';

/** The columns of the table of what has happened. */
export function activityColumns(t: Texts): Column<Activity>[] {
  return [
    {
      title: t('activity.columns.what'),
      cell: ({ action }) => actionText(t, action),
    },
    {
      title: t('activity.columns.when'),
      cell: ({ at }) => <WhenCell at={at} />,
    },
    {
      title: t('activity.columns.who'),
      cell: activity => <ActorCell activity={activity} />,
    },
    {
      title: t('activity.columns.outcome'),
      cell: ({ outcome }) => <OutcomeCell outcome={outcome} />,
    },
    {
      title: t('activity.columns.details'),
      cell: activity => <DetailsCell activity={activity} />,
    },
  ];
}
