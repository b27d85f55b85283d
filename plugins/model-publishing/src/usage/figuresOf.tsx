import {
  UsageSeries,
  UsageSummary,
} from '@inference-portal/plugin-model-publishing-common';
import { Formats } from '../formats/formatsFor';
import { TimeAgo } from '../formats/TimeAgo';
import { Texts } from '../translation/useTexts';
import { isErrorStatus } from './statusColumns';
import { UsageFigure } from './UsageFigures';
import { totalOf } from './usageTable';

/** What the answer to a question that tells nothing apart can hold; all in one number each. */
const MEASURES = ['requests', 'calls', 'limited', 'tokens'] as const;

/** What was counted in the time of an answer; measures that nobody counts are left out. */
export function figuresOfTime(
  t: Texts,
  formats: Formats,
  { series }: UsageSeries,
): UsageFigure[] {
  return MEASURES.flatMap(measure => {
    const counted = series.filter(one => one.measure === measure);
    return counted.some(({ points }) => points.length > 0)
      ? [
          {
            name: t(`usageOverTime.figures.${measure}`),
            value: formats.number(totalOf(counted)),
          },
        ]
      : [];
  });
}

/** How many of the answers by status were errors. */
export function figureOfErrors(
  t: Texts,
  formats: Formats,
  { series }: UsageSeries,
): UsageFigure {
  return {
    name: t('usageOverTime.figures.errors'),
    value: formats.number(
      totalOf(series.filter(({ group }) => isErrorStatus(group.status))),
    ),
  };
}

/** What was counted since the publication is there. */
export function figuresInTotal(
  t: Texts,
  formats: Formats,
  usage: UsageSummary,
): UsageFigure[] {
  const amount = (value: number | null) =>
    value === null ? t('usage.notKnown') : formats.number(value);
  return [
    {
      name: t('usageOverTime.figures.inTotal'),
      value: amount(usage.totalRequests),
    },
    {
      name: t('usageOverTime.figures.today'),
      value: amount(usage.requestsToday),
    },
    ...(usage.lastAccessTime === null
      ? []
      : [
          {
            name: t('usageOverTime.figures.lastAccess'),
            value: <TimeAgo time={usage.lastAccessTime} />,
          },
        ]),
  ];
}
