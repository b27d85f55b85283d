import { z } from 'zod';
import {
  usageGroupingSchema,
  usageSeriesSchema,
  usageStepSchema,
} from '../usage/usageSeries';
import { defineOperation } from './defineOperation';
import { modelParams, PUBLICATION_PATH, publicationQuery } from './selectors';

const time = z.iso.datetime({ offset: true }).optional();

export const getUsageOperation = defineOperation({
  operationId: 'getUsage',
  summary: 'How much a published model was used, in total and over time',
  method: 'get',
  path: `${PUBLICATION_PATH}/usage`,
  params: modelParams,
  query: publicationQuery.extend({
    from: time.describe(
      'Rounded down to a whole step; 24 hours before `to` by default',
    ),
    to: time.describe('Rounded up to a whole step; now by default'),
    step: usageStepSchema.default('hour'),
    groupBy: usageGroupingSchema.optional(),
    format: z
      .enum(['json', 'csv'])
      .default('json')
      .describe('csv: one line for each point, without the totals'),
  }),
  response: usageSeriesSchema,
  media: ['application/json', 'text/csv'],
  hasRules: true,
});
