import {
  gatewayReadPermission,
  listGatewaysOperation,
} from '@inference-portal/plugin-model-publishing-common';
import { route } from './route';

export const listGatewaysRoute = route({
  operation: listGatewaysOperation,
  permission: gatewayReadPermission,
  handler: async ({ caller, useCases }) => ({
    body: await useCases.listGateways(caller),
  }),
});
