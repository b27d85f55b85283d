import {
  keyCreatePermission,
  sendTestRequestOperation,
} from '@inference-portal/plugin-model-publishing-common';
import { route } from './route';

/** Who may not have a key made must not get around that by a key that is made for one request. */
export const sendTestRequestRoute = route({
  operation: sendTestRequestOperation,
  permission: keyCreatePermission,
  audit: { eventId: 'test-request', severityLevel: 'low' },
  handler: async ({ caller, params, query, body, signal, useCases }) => ({
    stream: await useCases.sendTestRequest(
      caller,
      { ...params, ...query },
      body,
      signal,
    ),
  }),
});
