import { z } from 'zod';
import { activitySchema } from '../activity/activity';
import { defineOperation } from './defineOperation';
import { modelParams, PUBLICATION_PATH, publicationQuery } from './selectors';

export const listActivityOperation = defineOperation({
  operationId: 'listActivity',
  summary:
    'What has happened to a published model, the newest first; only for the publisher',
  method: 'get',
  path: `${PUBLICATION_PATH}/activity`,
  params: modelParams,
  query: publicationQuery.extend({
    action: z
      .string()
      .regex(/^[a-z]+(-[a-z]+)*$/, 'must be lower-case words with hyphens')
      .max(64)
      .optional()
      .describe('Only what has this action'),
    limit: z.coerce.number().int().min(1).max(200).default(50),
    cursor: z.string().max(512).optional(),
  }),
  response: z.object({
    items: z.array(activitySchema),
    totalItems: z.number().describe('On all pages'),
    nextCursor: z.string().optional(),
  }),
});
export type ActivityList = z.infer<typeof listActivityOperation.response>;
