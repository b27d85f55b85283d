import { UsageTimeSeries } from '@inference-portal/plugin-model-publishing-common';
import { LookNumber, UsageColumn } from './usageTable';

/** Classes of HTTP status codes, and the rest: what a model's server has answered that is none. */
export const STATUS_CLASSES = ['2xx', '3xx', '4xx', '5xx', 'other'] as const;
export type StatusClass = (typeof STATUS_CLASSES)[number];

const LOOKS: Record<StatusClass, LookNumber> = {
  '2xx': 0,
  '3xx': 2,
  '4xx': 1,
  '5xx': 4,
  other: 6,
};

export function statusClassOf(status: string | undefined): StatusClass {
  const digit = /^([2-5])\d\d$/.exec(status ?? '')?.[1];
  return STATUS_CLASSES.find(([first]) => first === digit) ?? 'other';
}

/** Whether a status says that a request has failed, through whoever's fault. */
export function isErrorStatus(status: string | undefined): boolean {
  return ['4xx', '5xx'].includes(statusClassOf(status));
}

/** Answers by the class of their status; classes that did not occur are left out, and each always looks the same. */
export function statusColumns(
  responses: UsageTimeSeries[],
  labelOf: (name: StatusClass) => string,
): UsageColumn[] {
  return STATUS_CLASSES.map(name => ({
    id: name,
    label: labelOf(name),
    look: LOOKS[name],
    series: responses.filter(
      ({ group }) => statusClassOf(group.status) === name,
    ),
  })).filter(({ series }) => series.length > 0);
}
